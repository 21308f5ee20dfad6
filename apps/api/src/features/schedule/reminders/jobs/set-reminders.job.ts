import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { SessionMoved, SessionPlanned } from '../../schedule.events';

/** Sets the reminders of an edition's sessions that have none yet. */
export const setReminders = job({
  name: 'schedule.set-reminders',
  payload: z.object({ editionId: id }),
  on: [on(SessionPlanned, ({ editionId }) => [{ editionId }]), on(SessionMoved, ({ editionId }) => [{ editionId }])],
});
