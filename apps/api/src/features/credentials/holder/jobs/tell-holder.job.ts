import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { CredentialRevoked, DocumentsPrinted } from '../../credentials.events';

/** Tells the holder that a credential is ready, or that it was revoked. */
export const tellHolder = job({
  name: 'credentials.tell-holder',
  payload: z.object({ credentialId: id, what: z.enum(['issued', 'revoked']) }),
  on: [
    on(DocumentsPrinted, ({ credentialId }) => [{ credentialId, what: 'issued' as const }]),
    on(CredentialRevoked, ({ credentialId }) => [{ credentialId, what: 'revoked' as const }]),
  ],
});
