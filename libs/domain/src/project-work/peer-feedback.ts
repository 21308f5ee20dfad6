import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** Feedback among the members of a group on what each contributed, or on works of other groups. */
export const feedbackKinds = ['within', 'across'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** What the feedback that somebody gives counts for. It is never a mark. */
export const feedbackCounts = ['nothing', 'completion'] as const;
export type FeedbackCounts = (typeof feedbackCounts)[number];

/** What a brief asks of its peers. */
export interface FeedbackTerms {
  readonly within?: object | undefined;
  readonly across?: { readonly give: number } | undefined;
  readonly anonymous?: boolean | undefined;
  readonly counts?: FeedbackCounts | undefined;
}

export const feedbackStates = ['to-give', 'draft', 'given'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** What was given stays given while its giver changes it. */
export const feedbackProcess: Process<FeedbackState> = {
  'to-give': { to: ['draft', 'given'] },
  draft: { to: ['draft', 'given'] },
  given: { to: ['given'] },
};

/**
 * Whether somebody may write a feedback now. What was asked can be given after the end too, so that nobody has missed
 * it for good; what was given is changed until the end only, since it is read from then on.
 */
export function mayWriteFeedback(
  { state, isHidden }: { readonly state: FeedbackState; readonly isHidden: boolean },
  until: Date,
  now: Date,
): true | Refusal {
  if (isHidden) return refuse('peer-feedback.hidden');
  return state !== 'given' || now <= until || refuse('peer-feedback.over');
}

/**
 * Until when somebody changes what they gave: to the end of their own time, with names. Without, no longer than to the end
 * of all, when it is first read: a change after it could only come from somebody with more time.
 */
export const changedUntil = (
  { anonymous }: Pick<FeedbackTerms, 'anonymous'>,
  { until, ofAll }: { readonly until: Date; readonly ofAll: Date },
): Date => (anonymous && ofAll < until ? ofAll : until);

/** How far somebody is with the feedback that they are asked for. */
export interface FeedbackTally {
  readonly asked: number;
  readonly given: number;
}

/**
 * Whether somebody may read the works of others on which feedback is asked of them: not while their own group can still
 * hand in by its deadline, which more time may open again. `deadline` is that of their group.
 */
export const mayReadPeers = (deadline: Date, now: Date): true | Refusal =>
  now > deadline || refuse('peer-feedback.still-open');

/**
 * Whether somebody may read the feedback that came. With names: once they have given their own, or after the end.
 * Without, after the end only: what came before it would say who had given theirs by then, and a change of it who has
 * just changed theirs.
 */
export function mayReadFeedback(
  { asked, given }: FeedbackTally,
  { anonymous }: Pick<FeedbackTerms, 'anonymous'>,
  until: Date,
  now: Date,
): true | Refusal {
  if (now > until) return true;
  if (anonymous) return refuse('peer-feedback.together');
  return given >= asked || refuse('peer-feedback.give-first', { left: asked - given });
}

const day = 86_400_000;

/**
 * From when a feedback without a name is shown: all that was given by the end at the end, and what is given later after
 * as many days again as the feedback had, with the others of those days. So its coming says nothing of who has just given.
 */
export function shownFrom(givenAt: Date, { until, days }: { readonly until: Date; readonly days: number }): Date {
  const late = Math.max(0, givenAt.getTime() - until.getTime());
  return new Date(until.getTime() + Math.ceil(late / (days * day)) * days * day);
}

/** Why somebody who looks after an edition sees nothing of a brief's peer feedback. */
export type WhyUnseen = 'names' | 'takes-part';

/**
 * Whoever marks without names would learn from it who has handed in, until all results are out. Whoever hands in for the
 * brief as well would learn, where it is given without names, who gave them theirs: who gave when and how much tells it,
 * so they see nothing of it, and for good.
 */
export function whyUnseen(
  { hidesNames, isOut }: { readonly hidesNames: boolean; readonly isOut: boolean },
  { anonymous, takesPart }: Pick<FeedbackTerms, 'anonymous'> & { readonly takesPart: boolean },
): WhyUnseen | null {
  if (anonymous && takesPart) return 'takes-part';
  return hidesNames && !isOut ? 'names' : null;
}

/** How many feedbacks a brief asks of each person at least, before it is drawn who gives to whom. */
export const feedbackForeseen = ({ within, across }: FeedbackTerms): number => (across?.give ?? 0) + (within ? 1 : 0);
