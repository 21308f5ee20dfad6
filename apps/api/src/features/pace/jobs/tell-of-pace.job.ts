import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { FellBehind } from '../pace.events';

/** Tells somebody that they are behind. */
export const tellBehind = job({
  name: 'pace.tell-behind',
  payload: z.object({ enrolmentId: id }),
  about: ({ enrolmentId }) => enrolmentId,
  on: [on(FellBehind, ({ enrolmentIds }) => enrolmentIds.map((enrolmentId) => ({ enrolmentId })))],
});

/** Tells a tutor who is behind. */
export const tellTutor = job({
  name: 'pace.tell-tutor',
  payload: z.object({ editionId: id, accountId: id, enrolmentIds: z.array(id) }),
  about: ({ editionId }) => editionId,
  on: [
    on(FellBehind, ({ editionId, enrolmentIds, tutorIds }) =>
      tutorIds.map((accountId) => ({ editionId, accountId, enrolmentIds: [...enrolmentIds] })),
    ),
  ],
});
