import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { EditionChanged, EditionMoved } from '../../editions';

/** Opens or closes the survey of an edition if it is time: at that time, and where its dates or its programme changed. */
export const lookAtSurvey = job({
  name: 'surveys.look',
  payload: z.object({ editionId: id }),
  on: [on(EditionChanged, ({ editionId }) => [{ editionId }]), on(EditionMoved, ({ editionId }) => [{ editionId }])],
});

/** Looks once a day at the surveys of all editions that run or ended not long ago. */
export const lookDaily = job({ name: 'surveys.look-daily', payload: z.object({}), daily: true });
