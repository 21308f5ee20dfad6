import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { EditionMoved } from '../../../editions';

/**
 * Queues what became ready in an edition while it was paused, and what waits for approvals: a newer version of the
 * programme may ask for fewer.
 */
export const goOnIssuing = job({
  name: 'credentials.go-on-issuing',
  payload: z.object({ editionId: id }),
  on: [on(EditionMoved, ({ editionId }) => [{ editionId }])],
});
