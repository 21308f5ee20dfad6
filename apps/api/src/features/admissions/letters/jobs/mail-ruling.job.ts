import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ApplicationRuled } from '../../dossier/admissions.events';

/** Sends the letter of a ruling. */
export const mailRuling = job({
  name: 'admissions.mail-ruling',
  payload: z.object({ rulingId: id }),
  about: ({ rulingId }) => rulingId,
  on: [on(ApplicationRuled, ({ rulingId }) => [{ rulingId }])],
});
