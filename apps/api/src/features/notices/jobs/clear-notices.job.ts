import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Deletes notices that are older than a year. */
export const clearNotices = job({ name: 'notices.clear', payload: z.object({}), daily: true });
