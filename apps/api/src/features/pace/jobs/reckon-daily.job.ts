import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Looks once a day at everybody in the editions that run. */
export const reckonDaily = job({ name: 'pace.reckon-daily', payload: z.object({}), daily: true });
