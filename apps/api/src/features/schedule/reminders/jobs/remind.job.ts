import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';
import { reminded } from './remind-all.job';

/** Reminds one person. */
export const remind = job({ name: 'schedule.remind', payload: z.object({ ...reminded, accountId: id }) });
