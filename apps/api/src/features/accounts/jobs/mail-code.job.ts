import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { AccountRegistered, PasswordForgotten } from '../accounts.events';

/** Sends the code that proves an address or allows a new password. */
export const mailCode = job({
  name: 'accounts.mail-code',
  payload: z.object({ accountId: id, purpose: z.enum(['confirm-address', 'reset-password']) }),
  on: [
    on(AccountRegistered, ({ accountId }) => [{ accountId, purpose: 'confirm-address' as const }]),
    on(PasswordForgotten, ({ accountId }) => [{ accountId, purpose: 'reset-password' as const }]),
  ],
});
