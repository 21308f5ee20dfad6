import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { MinutesAskedFor } from '../../dossier/admissions.events';

/** Makes one file of minutes. */
export const setMinutes = job({
  name: 'admissions.set-minutes',
  payload: z.object({ documentId: id }),
  on: [on(MinutesAskedFor, ({ documentIds }) => documentIds.map((documentId) => ({ documentId })))],
});
