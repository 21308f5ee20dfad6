import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { RequirementsMet } from '../../../completion';

/** Makes the award that an enrolment earned, and signs it. */
export const issueAward = job({
  name: 'credentials.issue-award',
  payload: z.object({ enrolmentId: id }),
  on: [on(RequirementsMet, ({ enrolmentId }) => [{ enrolmentId }])],
});
