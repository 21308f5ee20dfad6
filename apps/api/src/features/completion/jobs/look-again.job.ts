import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { EditionMoved } from '../../editions';

/** Looks at the requirements of everybody in an edition, because other ones are asked from now on. */
export const lookAgain = job({
  name: 'completion.look-again',
  payload: z.object({ editionId: id }),
  about: ({ editionId }) => editionId,
  on: [on(EditionMoved, ({ editionId }) => [{ editionId }])],
});
