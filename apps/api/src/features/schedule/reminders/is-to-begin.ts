import type { Reminder } from '@libretto/domain';
import type { Session } from '../timetable/session.entity';

/** What a reminder is of. */
export interface Reminded {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly reminder: Reminder;
}

/** Whether the session still begins when its reminder says: it may have moved, or been cancelled. */
export const isToBegin = (session: Session, { startsAt }: Reminded): boolean =>
  session.state === 'planned' && session.startsAt.toISOString() === startsAt;
