import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ApplicationReturned } from '../../dossier/admissions.events';

/** Sends an applicant the questions of the commission. */
export const mailQuestions = job({
  name: 'admissions.mail-questions',
  payload: z.object({ returnId: id }),
  on: [on(ApplicationReturned, ({ returnId }) => [{ returnId }])],
});
