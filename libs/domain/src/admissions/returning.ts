import { dayOf } from '../schedule';
import { type Refusal, refuse } from '../refusal';
import { type ApplicationState, applicationProcess } from './application';

/** The length of a question to an applicant. */
export const shortestQuestion = 10;
export const longestQuestion = 1000;

/** A question of the commission about one field of a dossier. */
export interface FieldQuestion {
  readonly field: string;
  readonly text: string;
}

/** Whether this member may return an application: its chair may, while it is under review. */
export function returnBy(
  { state, chairId }: { state: ApplicationState; chairId: string | null },
  by: string,
): true | Refusal {
  if (!applicationProcess[state].to.includes('returned')) return refuse('admissions.not-under-review', { state });
  return chairId === by || refuse('admissions.not-the-chair');
}

/** Whether this member may return an application with these questions: one for each field, one at least. */
export function returnWith(
  { fields, ...application }: { state: ApplicationState; chairId: string | null; fields: readonly string[] },
  by: string,
  questions: readonly FieldQuestion[],
): true | Refusal {
  const returns = returnBy(application, by);
  if (returns !== true) return returns;
  if (questions.length === 0) return refuse('admissions.nothing-asked');
  const asked = questions.map(({ field }) => field);
  const unknown = asked.find((field) => !fields.includes(field));
  if (unknown !== undefined) return refuse('admissions.unknown-field', { field: unknown });
  return new Set(asked).size === asked.length || refuse('admissions.asked-twice');
}

/** The days for an answer, if the programme's file does not set them. */
export const usualAnswerDays = 7;

const dayMs = 86_400_000;

/**
 * The deadline for an answer: in so many days, but before the edition begins, since its admitted participants must be
 * known by then. If less than a day is left there is no time to ask.
 */
export function answerEnd(days: number, edition: { startsOn: string; timeZone: string }, now: Date): Date | Refusal {
  for (let given = days; given > 0; given -= 1) {
    const until = new Date(now.getTime() + given * dayMs);
    if (dayOf(until, edition.timeZone) < edition.startsOn) return until;
  }
  return refuse('admissions.no-time-to-answer');
}

/**
 * Whether a dossier is new or changed since a member last viewed it. A member who has voted knows it, viewed or not.
 */
export function markOf(
  version: number,
  { lookedAt, hasVoted }: { lookedAt: number | null; hasVoted: boolean },
): 'new' | 'changed' | null {
  if (lookedAt === null) return hasVoted ? null : 'new';
  return lookedAt < version ? 'changed' : null;
}

/**
 * Whether an application may be submitted now: a draft while the edition takes applications; a returned one until the
 * commission's deadline, even if the edition's own has passed.
 */
export function isInTime(
  { takesApplications, answerUntil }: { takesApplications: boolean; answerUntil: Date | null },
  now: Date,
): true | Refusal {
  if (answerUntil) return now < answerUntil || refuse('admissions.answer-too-late');
  return takesApplications || refuse('admissions.not-open');
}
