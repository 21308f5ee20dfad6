import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ResultsReleased } from '../../project-work.events';

/** Tells somebody that the result of the project work is released. */
export const tellResult = job({
  name: 'project-work.tell-result',
  payload: z.object({ enrolmentId: id, briefId: z.string() }),
  on: [
    on(ResultsReleased, ({ enrolmentIds, briefId }) => enrolmentIds.map((enrolmentId) => ({ enrolmentId, briefId }))),
  ],
});
