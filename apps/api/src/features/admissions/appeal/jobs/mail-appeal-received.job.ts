import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { RulingAppealed } from '../../dossier/admissions.events';

/** Tells an applicant that the appeal has arrived. */
export const mailAppealReceived = job({
  name: 'admissions.mail-appeal-received',
  payload: z.object({ applicationId: id }),
  on: [on(RulingAppealed, ({ applicationId }) => [{ applicationId }])],
});
