import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { DossiersAskedFor } from '../../dossier/admissions.events';

/** Binds one dossier for the archive, alone or for a zip of all. */
export const bindDossier = job({
  name: 'admissions.bind-dossier',
  payload: z.object({ extractId: id }),
  on: [on(DossiersAskedFor, ({ extractIds }) => extractIds.map((extractId) => ({ extractId })))],
  attempts: 4,
});
