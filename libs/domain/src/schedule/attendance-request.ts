import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';
import { type Attendance, type AttendanceMark, contestableUntil } from './attendance';
import { dayOf } from './local-time';
import type { SessionState } from './session';

/** A participant asks to be excused from a session, or contests the mark on its closed roll. */
export const requestKinds = ['excuse', 'contest'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Why somebody asks to be excused. `other` needs words. */
export const excuseReasons = ['illness', 'work', 'family', 'official-duty', 'other'] as const;
export type ExcuseReason = (typeof excuseReasons)[number];

export const requestStates = ['open', 'granted', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** Tutors grant or refuse; the participant may withdraw what nobody has answered. */
export const requestProcess: Process<RequestState> = {
  open: { to: ['granted', 'refused', 'withdrawn'] },
  granted: { to: [] },
  refused: { to: [] },
  withdrawn: { to: [] },
};

/** A session as a request looks at it. */
export interface AskedSession {
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly rollClosedAt: Date | null;
  readonly zone: string;
}

/** What the roll says about somebody, and whether a request of theirs about it is open. */
export interface AskingPerson {
  readonly enrolledAt: Date;
  readonly mark: Attendance | null;
  readonly hasOpen: boolean;
}

/** A session excuses somebody before it begins and after it, until its closed roll can no longer be contested. */
export function mayAskToBeExcused(session: AskedSession, person: AskingPerson, now: Date): true | Refusal {
  const { rollClosedAt } = session;
  const { mark } = person.mark ?? {};
  const came = rollClosedAt !== null && (mark === 'present' || mark === 'late');
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  if (mark === 'excused' || came || isNotAsked(session, person)) return refuse('schedule.excuse-not-needed');
  return inTime(session, person, now);
}

/** The mark of a closed roll is contested by naming another one, for as long as that is possible. */
export function mayContest(
  session: AskedSession,
  person: AskingPerson,
  claim: Attendance | null,
  now: Date,
): true | Refusal {
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  if (!session.rollClosedAt) return refuse('schedule.contest-too-early');
  const isThere = claim?.mark === person.mark?.mark && claim?.minutesLate === person.mark?.minutesLate;
  if (claim && isThere) return refuse('schedule.same-mark');
  return inTime(session, person, now);
}

/** The session began before the person was enrolled, so nothing is missing. */
const isNotAsked = ({ startsAt }: AskedSession, { enrolledAt, mark }: AskingPerson): boolean =>
  startsAt < enrolledAt && mark === null;

function inTime({ rollClosedAt, zone }: AskedSession, { hasOpen }: AskingPerson, now: Date): true | Refusal {
  if (hasOpen) return refuse('schedule.request-open');
  const until = rollClosedAt && contestableUntil(rollClosedAt);
  return !until || now <= until || refuse('schedule.contest-over', { until: dayOf(until, zone) });
}

/**
 * The mark that somebody gets whose request is granted: the one that was asked for, or another one that the tutor gives. An
 * excuse changes nothing for somebody who came after all.
 */
export function grantedMark(
  request: { readonly kind: RequestKind; readonly claim: Attendance },
  given: Attendance | null,
  standing: AttendanceMark | null,
): Attendance | null {
  const cameAfterAll = request.kind === 'excuse' && (standing === 'present' || standing === 'late');
  return given ?? (cameAfterAll ? null : request.claim);
}
