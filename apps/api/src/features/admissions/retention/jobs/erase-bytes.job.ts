import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Erases the bytes of files whose rows are gone already. */
export const eraseBytes = job({ name: 'admissions.erase-bytes', payload: z.object({ fileIds: z.array(id) }) });
