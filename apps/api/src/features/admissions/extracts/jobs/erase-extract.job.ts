import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Erases a file that somebody asked for, when its time is over. */
export const eraseExtract = job({ name: 'admissions.erase-extract', payload: z.object({ extractId: id }) });
