import { newId } from '../../../platform/database/new-id';
import type { Session } from '../timetable/session.entity';
import type { TimeAndPlace } from './timetabler';

/** A session that is planned now. */
export const newSession = (
  what: Pick<Session, 'editionId' | 'moduleNumber' | 'title' | 'mode'>,
  place: TimeAndPlace,
  now: Date,
): Session => ({
  id: newId(),
  ...what,
  state: 'planned',
  ...place,
  cancelledBecause: null,
  rollClosedAt: null,
  rollClosedBy: null,
  sequence: 0,
  changedAt: now,
});
