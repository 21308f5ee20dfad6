import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { SessionCancelled, SessionMoved } from '../../schedule.events';

/** Tells each person concerned that a session has moved, or is cancelled. */
export const tellOfChange = job({
  name: 'schedule.tell-of-change',
  payload: z.object({ sessionId: id, accountId: id, change: z.enum(['moved', 'cancelled']) }),
  on: [
    on(SessionMoved, ({ sessionId, accountIds }) =>
      accountIds.map((accountId) => ({ sessionId, accountId, change: 'moved' as const })),
    ),
    on(SessionCancelled, ({ sessionId, accountIds }) =>
      accountIds.map((accountId) => ({ sessionId, accountId, change: 'cancelled' as const })),
    ),
  ],
});
