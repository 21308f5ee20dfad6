import { appealStatement } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, paragraph } from '../shapes';

export const appealAgainstRuling = route({
  summary:
    'Appeal once against the decision on one’s own application, within the deadline; documents added since are included',
  method: 'POST',
  path: '/editions/:editionId/application/appeal',
  params: z.object({ editionId: id }),
  body: z.object({ statement: paragraph(appealStatement.most).check(z.minLength(appealStatement.least)) }),
  reply: created,
  refusals: [
    'admissions.already-appealed',
    'admissions.nothing-to-appeal',
    'admissions.appeal-too-late',
    'admissions.no-such-step',
  ],
});
