import * as z from 'zod/mini';
import { job } from '../jobs/job';

/** Clears the outbox and the log of mails of runs that are long done. */
export const clearOutbox = job({ name: 'platform.clear-outbox', payload: z.object({}), daily: true });
