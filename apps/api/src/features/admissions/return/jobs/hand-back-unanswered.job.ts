import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Hands a dossier back that nobody answered for; asked for with every return, due at its last moment. */
export const handBackUnanswered = job({ name: 'admissions.hand-back-unanswered', payload: z.object({ returnId: id }) });
