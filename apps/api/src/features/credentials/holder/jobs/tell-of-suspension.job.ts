import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { CredentialReinstated, CredentialSuspended } from '../../credentials.events';

/** Tells the holder that a credential is suspended, or valid again. */
export const tellOfSuspension = job({
  name: 'credentials.tell-of-suspension',
  payload: z.object({ suspensionId: id, what: z.enum(['suspended', 'reinstated']) }),
  on: [
    on(CredentialSuspended, ({ suspensionId }) => [{ suspensionId, what: 'suspended' as const }]),
    on(CredentialReinstated, ({ suspensionId }) => [{ suspensionId, what: 'reinstated' as const }]),
  ],
});
