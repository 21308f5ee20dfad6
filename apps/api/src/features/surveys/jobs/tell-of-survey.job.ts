import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { SurveyOpened } from '../surveys.events';

/** Tells a participant that the survey can be answered. */
export const tellOfSurvey = job({
  name: 'surveys.tell',
  payload: z.object({ enrolmentId: id }),
  about: ({ enrolmentId }) => enrolmentId,
  on: [on(SurveyOpened, ({ enrolmentIds }) => enrolmentIds.map((enrolmentId) => ({ enrolmentId })))],
});
