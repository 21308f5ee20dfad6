import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Erases a dossier when its programme keeps it no longer. */
export const eraseDossier = job({ name: 'admissions.erase-dossier', payload: z.object({ applicationId: id }) });
