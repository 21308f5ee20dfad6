import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { CourseChanged } from '../moves.events';

/** Tells a participant what has changed in their programme. */
export const tellOfMove = job({
  name: 'moves.tell',
  payload: z.object({ moveId: id, enrolmentId: id }),
  about: ({ enrolmentId }) => enrolmentId,
  on: [on(CourseChanged, ({ moveId, enrolmentIds }) => enrolmentIds.map((enrolmentId) => ({ moveId, enrolmentId })))],
});
