import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { DeadlineExtended } from '../../project-work.events';

/** Tells somebody once that they have more time. */
export const tellDeadline = job({
  name: 'project-work.tell-deadline',
  payload: z.object({ deadlineId: id, enrolmentId: id }),
  on: [
    on(DeadlineExtended, ({ deadlineId, enrolmentIds }) =>
      enrolmentIds.map((enrolmentId) => ({ deadlineId, enrolmentId })),
    ),
  ],
});
