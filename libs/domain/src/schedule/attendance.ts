import { type Refusal, refuse } from '../refusal';
import { lengthInMinutes, type SessionState, type Span } from './session';

/** One person at one session. Nothing at all means: not yet taken. */
export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** The tutor's mark for one person. `minutesLate` belongs to `late` and is 0 for the others. */
export interface Attendance {
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
}

/** A mark with the minutes that somebody came late, which no other mark has. */
export const attendanceOf = (mark: AttendanceMark, minutesLate = 0): Attendance => ({
  mark,
  minutesLate: mark === 'late' ? minutesLate : 0,
});

/** A programme's terms of attendance (`attendance` in its file). */
export interface AttendanceTerms {
  readonly excusedCounts: boolean;
  readonly lateCountsMinutes: boolean;
}

/** For how many days after its closing a roll can be contested, and so corrected by a tutor. */
export const rollContestableDays = 5;

/** The last moment at which a roll that closed then can be contested. */
export const contestableUntil = (closedAt: Date): Date =>
  new Date(closedAt.getTime() + rollContestableDays * 86_400_000);

/** The contact minutes that a mark is worth: all of the session's, unless the programme counts minutes late. */
export function contactMinutes({ mark, minutesLate }: Attendance, session: Span, terms: AttendanceTerms): number {
  if (mark === 'excused' || mark === 'absent') return 0;
  const all = lengthInMinutes(session);
  return mark === 'late' && terms.lateCountsMinutes ? Math.max(0, all - minutesLate) : all;
}

/** The minutes that somebody marked late now has missed: none before the start, all of them after the end. */
export function minutesLateAt(session: Span, now: Date): number {
  const since = Math.floor((now.getTime() - session.startsAt.getTime()) / 60_000);
  return Math.min(Math.max(since, 0), lengthInMinutes(session));
}

/** A session as its roll looks at it. */
export interface RollSession extends Span {
  readonly state: SessionState;
}

/** The same once somebody asks whether its roll was closed. */
export interface ClosedRoll {
  readonly state: SessionState;
  readonly rollClosedAt: Date | null;
}

/** Marks can be taken from when the doors open until the roll is closed. */
export function rollIsOpen(session: RollSession, opensAt: Date, now: Date): true | Refusal {
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  if (session.state === 'held') return refuse('schedule.roll-closed');
  return now >= opensAt || refuse('schedule.roll-not-open-yet');
}

/** A roll closes once the session has begun and everybody on it has a mark. */
export function closeRoll(session: RollSession, people: number, marked: number, now: Date): true | Refusal {
  const open = rollIsOpen(session, session.startsAt, now);
  if (open !== true) return open;
  return people === marked || refuse('schedule.roll-incomplete', { missing: people - marked });
}

/** A closed roll is corrected by its tutors while it can be contested, by the coordinator whenever a mistake shows. */
export function mayCorrectRoll(session: ClosedRoll, by: { coordinator: boolean }, now: Date): true | Refusal {
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  if (!session.rollClosedAt) return refuse('schedule.roll-still-open');
  return (
    by.coordinator ||
    now <= contestableUntil(session.rollClosedAt) ||
    refuse('schedule.roll-final', { days: rollContestableDays })
  );
}
