import type { BriefFact, CompletionFacts, CompletionRequirements, FeedbackFact, SessionFact } from './requirements';

/** One requirement, answered: met exactly when nothing is missing. `missing` counts in the requirement's own unit. */
interface Answer<Kind extends string> {
  readonly kind: Kind;
  readonly met: boolean;
  readonly missing: number;
}

export interface ModuleAnswer {
  readonly number: number;
  readonly minutes: number;
  readonly needed: number;
  /** Minutes of sessions before the enrolment, which are not required. */
  readonly earlier: number;
  readonly done: boolean;
}
export interface ModulesAnswer extends Answer<'modules'> {
  readonly percent: number;
  readonly modules: readonly ModuleAnswer[];
}
export interface InPresenceAnswer extends Answer<'in-presence'> {
  readonly percent: number;
  readonly attended: number;
  readonly needed: number;
  /** Sessions whose roll is still open: they may still give the missing minutes. */
  readonly open: number;
  /** `isAsked` if the session counts in the total of the share. */
  readonly sessions: readonly (SessionFact & { readonly counts: boolean; readonly isAsked: boolean })[];
}
export interface MinutesAnswer extends Answer<'ledger-minutes'> {
  readonly minutes: number;
  readonly needed: number;
  readonly earlier: number;
}
export interface ProjectWorkAnswer extends Answer<'project-work'> {
  readonly works: readonly (BriefFact & { readonly passed: boolean })[];
}
export interface SurveyAnswer extends Answer<'survey'> {
  readonly answeredAt: string | null;
}
export interface PeerFeedbackAnswer extends Answer<'peer-feedback'> {
  /** `isOpen` once this person has been asked; until then `asked` is the number that the brief foresees. */
  readonly briefs: readonly (FeedbackFact & { readonly isOpen: boolean })[];
}
export type RequirementAnswer =
  ModulesAnswer | InPresenceAnswer | MinutesAnswer | ProjectWorkAnswer | PeerFeedbackAnswer | SurveyAnswer;

/** The explained answer to "has this enrolment met every requirement?" */
export interface Explanation {
  readonly met: boolean;
  readonly requirements: readonly RequirementAnswer[];
}

/** Answers every requirement of the programme from the records of one enrolment. */
export function explainCompletion(asked: CompletionRequirements, facts: CompletionFacts): Explanation {
  const requirements: RequirementAnswer[] = [
    ...(asked.modules ? [modulesDone(asked.modules, asked, facts)] : []),
    ...(asked.inPresencePercent > 0 ? [inPresenceAttended(asked, facts)] : []),
    ...(asked.ledgerMinutes ? [minutesRecorded(asked.ledgerMinutes, asked, facts)] : []),
    ...(asked.projectWorkPassed ? [projectWorkPassed(facts)] : []),
    ...(asked.peerFeedback?.length ? [peerFeedbackGiven(asked.peerFeedback, facts)] : []),
    ...(asked.surveyAnswered ? [surveyAnswered(facts)] : []),
  ];
  return { met: requirements.every(({ met }) => met), requirements };
}

function modulesDone(
  { numbers, percentOfMinutes }: NonNullable<CompletionRequirements['modules']>,
  asked: CompletionRequirements,
  facts: CompletionFacts,
): ModulesAnswer {
  const modules = numbers.map((number) => {
    const minutes = minutesOf(facts.ledger, number);
    const earlier = earlierMinutes(asked, facts, number);
    const needed = shareOf(minutesOf(facts.notional, number) - earlier, percentOfMinutes);
    return { number, minutes, needed, earlier, done: minutes >= needed };
  });
  return {
    kind: 'modules',
    percent: percentOfMinutes,
    modules,
    ...lacking(modules.filter(({ done }) => !done).length),
  };
}

function inPresenceAttended(
  { inPresencePercent, excusedCounts, earlierSessionsCount }: CompletionRequirements,
  facts: CompletionFacts,
): InPresenceAnswer {
  const sessions = facts.inPresence.map((session) => {
    const isCounted = counts(session.mark, excusedCounts);
    return { ...session, counts: isCounted, isAsked: isCounted || !session.isEarlier || Boolean(earlierSessionsCount) };
  });
  const attended = sessions.filter((session) => session.counts).length;
  const asked = sessions.filter(({ isAsked }) => isAsked);
  // A share of nothing proves nothing: if no session is planned yet, one is needed. Somebody who enrolled after all of
  // them needs none.
  const needed = Math.max(sessions.length ? 0 : 1, shareOf(asked.length, inPresencePercent));
  return {
    kind: 'in-presence',
    percent: inPresencePercent,
    attended,
    needed,
    open: asked.filter(({ mark }) => mark === null).length,
    sessions,
    ...lacking(needed - attended),
  };
}

function minutesRecorded(ofAll: number, asked: CompletionRequirements, facts: CompletionFacts): MinutesAnswer {
  const minutes = facts.ledger.reduce((sum, entry) => sum + entry.minutes, 0);
  const earlier = facts.notional.reduce((sum, { module }) => sum + earlierMinutes(asked, facts, module), 0);
  const needed = Math.max(0, ofAll - earlier);
  return { kind: 'ledger-minutes', minutes, needed, earlier, ...lacking(needed - minutes) };
}

function projectWorkPassed(facts: CompletionFacts): ProjectWorkAnswer {
  const works = facts.works.map(({ brief, work }) => ({ brief, work, passed: work?.result === 'passed' }));
  return { kind: 'project-work', works, ...lacking(works.filter(({ passed }) => !passed).length) };
}

function peerFeedbackGiven(
  briefs: NonNullable<CompletionRequirements['peerFeedback']>,
  facts: CompletionFacts,
): PeerFeedbackAnswer {
  const all = briefs.map(({ brief, foreseen }) => {
    const own = facts.feedback.find((fact) => fact.brief === brief);
    return { ...(own ?? { brief, asked: foreseen, given: 0 }), isOpen: own !== undefined };
  });
  return {
    kind: 'peer-feedback',
    briefs: all,
    ...lacking(all.reduce((sum, { asked, given }) => sum + Math.max(0, asked - given), 0)),
  };
}

const surveyAnswered = ({ surveyAnsweredAt }: CompletionFacts): SurveyAnswer => ({
  kind: 'survey',
  answeredAt: surveyAnsweredAt,
  ...lacking(surveyAnsweredAt ? 0 : 1),
});

const lacking = (missing: number) => ({ met: missing <= 0, missing: Math.max(0, missing) });

const counts = (mark: SessionFact['mark'], excusedCounts: boolean): boolean =>
  mark === 'present' || mark === 'late' || (mark === 'excused' && excusedCounts);

/** The minutes that a module's sessions before the enrolment would have given: at most the module's contact minutes. */
function earlierMinutes(
  { earlierSessionsCount }: CompletionRequirements,
  facts: CompletionFacts,
  module: number,
): number {
  const planned = facts.notional.find((fact) => fact.module === module)?.contact ?? 0;
  return earlierSessionsCount ? 0 : Math.min(planned, minutesOf(facts.earlier, module));
}

/** Rounded up: 80 % of six sessions are five. Multiplied before divided, so that 7 % of 100 is 7 and not 7.000000000000001. */
const shareOf = (whole: number, percent: number): number => Math.ceil((whole * percent) / 100);

const minutesOf = (facts: CompletionFacts['ledger'], module: number): number =>
  facts.filter((fact) => fact.module === module).reduce((sum, { minutes }) => sum + minutes, 0);
