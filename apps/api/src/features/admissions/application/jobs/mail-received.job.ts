import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ApplicationSubmitted } from '../../dossier/admissions.events';

/** Tells an applicant that the application has arrived. */
export const mailReceived = job({
  name: 'admissions.mail-received',
  payload: z.object({ applicationId: id }),
  on: [on(ApplicationSubmitted, ({ applicationId, returnId }) => (returnId ? [] : [{ applicationId }]))],
});
