import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { SigningKeyWithdrawn } from '../../credentials.events';

/** Queues everything that a withdrawn key signed. */
export const signAllAgain = job({
  name: 'credentials.sign-all-again',
  payload: z.object({ keyId: id }),
  on: [on(SigningKeyWithdrawn, ({ keyId }) => [{ keyId }])],
});
