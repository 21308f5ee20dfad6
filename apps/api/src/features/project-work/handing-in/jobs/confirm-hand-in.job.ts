import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { WorkHandedIn } from '../../project-work.events';

/** Tells each member of a group that its work came in. */
export const confirmHandIn = job({
  name: 'project-work.confirm-hand-in',
  payload: z.object({ submissionId: id, enrolmentId: id }),
  on: [
    on(WorkHandedIn, ({ submissionId, enrolmentIds }) =>
      enrolmentIds.map((enrolmentId) => ({ submissionId, enrolmentId })),
    ),
  ],
});
