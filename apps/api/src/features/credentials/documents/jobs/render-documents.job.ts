import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { CredentialSigned } from '../../credentials.events';

/** Prints the certificate and its supplements. */
export const renderDocuments = job({
  name: 'credentials.render-documents',
  payload: z.object({ credentialId: id }),
  on: [on(CredentialSigned, ({ credentialId }) => [{ credentialId }])],
});
