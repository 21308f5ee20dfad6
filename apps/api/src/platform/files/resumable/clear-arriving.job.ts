import * as z from 'zod/mini';
import { job } from '../../jobs/job';

/** Erases uploads that nobody went on with. */
export const clearArriving = job({ name: 'platform.clear-arriving', payload: z.object({}), daily: true });
