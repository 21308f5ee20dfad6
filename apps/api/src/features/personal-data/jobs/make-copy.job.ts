import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Makes the zip of a person's data. */
export const makeCopy = job({ name: 'personal-data.make-copy', payload: z.object({ copyId: id }), attempts: 4 });
