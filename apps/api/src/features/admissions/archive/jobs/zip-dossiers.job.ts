import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** An empty value for the screen: no row, no option or no text. */
export const zipDossiers = job({ name: 'admissions.zip-dossiers', payload: z.object({ extractId: id }), attempts: 4 });

/** Long after a job has been tried for the last time. */
export const patienceMs = 30 * 60_000;
