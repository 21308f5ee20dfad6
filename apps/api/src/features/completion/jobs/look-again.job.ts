import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { EditionMoved } from '../../editions';

/** Checks the requirements of everybody in an edition again, because they have changed. */
export const lookAgain = job({
  name: 'completion.look-again',
  payload: z.object({ editionId: id }),
  about: ({ editionId }) => editionId,
  on: [on(EditionMoved, ({ editionId }) => [{ editionId }])],
});
