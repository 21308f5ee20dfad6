import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { TextHasGrown } from '../workspace.events';

/** Makes one update of many, so that a text opens fast however often it was changed. */
export const foldText = job({
  name: 'project-work.fold-text',
  payload: z.object({ groupId: id }),
  on: [on(TextHasGrown, ({ groupId }) => [{ groupId }])],
});
