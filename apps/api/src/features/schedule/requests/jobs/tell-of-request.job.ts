import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { AttendanceRequested } from '../../schedule.events';

/** Tells each tutor that a participant asks to be excused, or contests a mark. */
export const tellOfRequest = job({
  name: 'schedule.tell-of-request',
  payload: z.object({ requestId: id, accountId: id }),
  on: [
    on(AttendanceRequested, ({ requestId, accountIds }) => accountIds.map((accountId) => ({ requestId, accountId }))),
  ],
});
