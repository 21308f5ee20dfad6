import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Sets one form of a book. */
export const setBook = job({ name: 'publication.set-book', payload: z.object({ bookId: id }), attempts: 3 });
