import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Signs a credential of a withdrawn key with the current one. */
export const signAgain = job({ name: 'credentials.sign-again', payload: z.object({ credentialId: id }) });
