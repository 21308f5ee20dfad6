import { appealStatement } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id } from '../shapes';

export const appealAgainstRuling = route({
  summary: 'Appeals once against the ruling on one’s own application, in time; evidence that was added since goes with it',
  method: 'POST',
  path: '/editions/:editionId/application/appeal',
  params: z.object({ editionId: id }),
  body: z.object({ statement: z.string().check(z.trim(), z.minLength(appealStatement.least), z.maxLength(appealStatement.most)) }),
  reply: created,
  refusals: ['admissions.already-appealed', 'admissions.nothing-to-appeal', 'admissions.appeal-too-late', 'admissions.no-such-step'],
});
