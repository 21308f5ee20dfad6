import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { WorkHandedIn } from '../../project-work.events';

/** Reads the words of a version, where its brief asks for similar places. */
export const readWords = job({
  name: 'project-work.read-words',
  payload: z.object({ submissionId: id }),
  on: [on(WorkHandedIn, ({ submissionId }) => [{ submissionId }])],
});
