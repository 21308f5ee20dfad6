import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Erases a dossier when its retention ends. */
export const eraseDossier = job({ name: 'admissions.erase-dossier', payload: z.object({ applicationId: id }) });
