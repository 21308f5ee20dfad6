import { id } from '@libretto/contracts';
import { reminderHours } from '@libretto/domain';
import * as z from 'zod/mini';
import { job } from '../../../../platform/jobs/job';

/** What a reminder is of: a session, as long as it begins then. */
export const reminded = {
  sessionId: id,
  startsAt: z.iso.datetime(),
  reminder: z.enum(Object.keys(reminderHours) as [keyof typeof reminderHours]),
};

/** Reminds everybody concerned of a session that begins soon. */
export const remindAll = job({ name: 'schedule.remind-all', payload: z.object(reminded) });
