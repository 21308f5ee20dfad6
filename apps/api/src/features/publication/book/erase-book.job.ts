import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Erases the bytes of a book that no longer counts. */
export const eraseBook = job({ name: 'publication.erase-book', payload: z.object({ bookId: id }) });
