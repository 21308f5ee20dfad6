import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Writes the list of an edition’s applications for a spreadsheet. */
export const writeList = job({ name: 'admissions.write-list', payload: z.object({ extractId: id }), attempts: 4 });
