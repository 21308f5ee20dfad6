import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Hands a dossier back whose questions nobody answered; queued with every return, due at its deadline. */
export const handBackUnanswered = job({ name: 'admissions.hand-back-unanswered', payload: z.object({ returnId: id }) });
