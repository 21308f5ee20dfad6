import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { AttendanceRequestAnswered } from '../../schedule.events';

/** Tells a participant how their request about attendance was answered. */
export const tellOfAnswer = job({
  name: 'schedule.tell-of-answer',
  payload: z.object({ requestId: id }),
  on: [on(AttendanceRequestAnswered, ({ requestId }) => [{ requestId }])],
});
