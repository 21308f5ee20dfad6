import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Sets reminders where nothing else did: of copied editions, and of sessions that were there before reminders. */
export const lookAhead = job({ name: 'schedule.look-ahead', payload: z.object({}), daily: true });
