import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** Queues what became ready in an edition while it was paused. */
export const goOnIssuing = job({
  name: 'credentials.go-on-issuing',
  payload: z.object({ editionId: id }),
});
