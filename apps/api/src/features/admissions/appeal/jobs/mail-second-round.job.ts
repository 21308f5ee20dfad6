import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { RulingAppealed } from '../../dossier/admissions.events';

/** Tells the members who decide on an appeal that there is one. */
export const mailSecondRound = job({
  name: 'admissions.mail-second-round',
  payload: z.object({ applicationId: id }),
  on: [on(RulingAppealed, ({ applicationId }) => [{ applicationId }])],
});
