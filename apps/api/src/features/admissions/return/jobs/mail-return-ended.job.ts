import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ApplicationSubmitted, ReturnLapsed } from '../../dossier/admissions.events';

/** Tells an applicant how a return ended: the answer has arrived, or it lapsed. */
export const mailReturnEnded = job({
  name: 'admissions.mail-return-ended',
  payload: z.object({ returnId: id }),
  on: [
    on(ApplicationSubmitted, ({ returnId }) => (returnId ? [{ returnId }] : [])),
    on(ReturnLapsed, ({ returnId }) => [{ returnId }]),
  ],
});
