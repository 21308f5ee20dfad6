import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Erases a copy of a person's data once its days are over. */
export const eraseCopy = job({ name: 'personal-data.erase-copy', payload: z.object({ copyId: id }) });
