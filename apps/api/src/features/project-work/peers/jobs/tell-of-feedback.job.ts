import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { FeedbackAsked, FeedbackGiven } from '../../project-work.events';

const payload = z.object({ enrolmentId: id, briefId: z.string() });

/** Tells somebody that there is feedback to give. */
export const tellFeedbackAsked = job({
  name: 'project-work.tell-feedback-asked',
  payload,
  on: [on(FeedbackAsked, ({ newly, briefId }) => newly.map((enrolmentId) => ({ enrolmentId, briefId })))],
});

/** Tells somebody that feedback came. */
export const tellFeedbackCame = job({
  name: 'project-work.tell-feedback-came',
  payload,
  on: [on(FeedbackGiven, ({ receiverIds, briefId }) => receiverIds.map((enrolmentId) => ({ enrolmentId, briefId })))],
});
