import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { DossiersAssigned } from '../../dossier/admissions.events';

/** Tells a member how many new dossiers a run has put on their desk. */
export const mailAssigned = job({
  name: 'admissions.mail-assigned',
  payload: z.object({ runId: id, accountId: id }),
  on: [on(DossiersAssigned, ({ runId, accountIds }) => accountIds.map((accountId) => ({ runId, accountId })))],
});
