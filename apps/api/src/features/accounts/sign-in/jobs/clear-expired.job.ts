import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Clears sign-ins and codes that nobody can use any more. */
export const clearExpired = job({ name: 'accounts.clear-expired', payload: z.object({}), daily: true });
