import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Mails somebody the notices of their day. */
export const mailDaily = job({ name: 'notices.mail-daily', payload: z.object({ accountId: id }) });
