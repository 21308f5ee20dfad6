/// <reference lib="esnext.temporal" />
import { become, type Process } from '../process';
import { usualSurveyDays } from '../programmes';
import { type Refusal, refuse } from '../refusal';
import { laterDay } from '../schedule';

/** A survey is open, then closed: it never opens again, since its results may have been read. */
export type SurveyState = 'open' | 'closed';
export const surveyProcess: Process<SurveyState> = { open: { to: ['closed'] }, closed: { to: [] } };

/** Closes an open survey for good. */
export const closeSurvey = (state: SurveyState): SurveyState | Refusal =>
  become(surveyProcess, state, 'closed', 'surveys.closed');

/** The last days of an edition in which its survey can open. */
const lastDays = 7;

/** The dates of an edition on which its survey depends. */
export interface SurveyedEdition {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
}

/**
 * When a survey can be answered: from the end of the last session, but no earlier than the edition's last week and no
 * later than its last day; until these days after its end.
 */
export function surveyWindow(
  { startsOn, endsOn, timeZone }: SurveyedEdition,
  sessionEnds: readonly Date[],
  days: number = usualSurveyDays,
): { readonly from: Date; readonly until: Date } {
  const lastWeek = startOf(latest(startsOn, laterDay(endsOn, 1 - lastDays)), timeZone);
  const lastSession = sessionEnds.reduce((last, end) => (end > last ? end : last), lastWeek);
  const lastDay = startOf(endsOn, timeZone);
  return {
    from: lastSession < lastDay ? lastSession : lastDay,
    until: new Date(startOf(laterDay(endsOn, days + 1), timeZone).getTime() - 1000),
  };
}

const latest = (one: string, other: string): string => (one > other ? one : other);

const startOf = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** Where a survey stands for whoever looks at it now. */
export type SurveyStanding = 'to-come' | SurveyState;

/** `state` is that of the survey as it was opened, `null` before; it closes for good some time after its time is over. */
export function standingOfSurvey(
  state: SurveyState | null,
  { from, until }: { readonly from: Date; readonly until: Date },
  now: Date,
): SurveyStanding {
  if (state === 'closed' || now > until) return 'closed';
  return state === 'open' || now >= from ? 'open' : 'to-come';
}

/**
 * Whether a participant may answer a survey that opens on a day of the edition's calendar. What is answered stands, since
 * nobody knows which answers to change.
 */
export function mayAnswerSurvey(standing: SurveyStanding, hasAnswered: boolean, opensOn: string): true | Refusal {
  if (hasAnswered) return refuse('surveys.answered');
  if (standing === 'to-come') return refuse('surveys.not-open', { from: opensOn });
  return standing === 'open' || refuse('surveys.closed');
}

/** With fewer answers than this nothing of them is shown, to anybody: they could be traced to people. */
export const surveyFloor = 5;

/**
 * Whether the results may be read. They wait for the end, because the difference that one more answer makes would tell
 * what it says.
 */
export function maySeeResults(state: SurveyState | null, answered: number): true | Refusal {
  if (state !== 'closed') return refuse('surveys.results-after-the-end');
  return answered >= surveyFloor || refuse('surveys.too-few-answers', { answered, least: surveyFloor });
}
