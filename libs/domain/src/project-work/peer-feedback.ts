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

/** How far somebody is with the feedback that they are asked for. */
export interface FeedbackTally {
  readonly asked: number;
  readonly given: number;
}

/**
 * Whether somebody may read the feedback that came: once they have given their own, or after the end. Until then a
 * single one without a name is kept back too, since it could be told who has just given it.
 */
export function mayReadFeedback(
  { asked, given, came }: FeedbackTally & { readonly came: number },
  { anonymous }: Pick<FeedbackTerms, 'anonymous'>,
  until: Date,
  now: Date,
): true | Refusal {
  if (now > until) return true;
  if (given < asked) return refuse('peer-feedback.give-first', { left: asked - given });
  return !anonymous || came !== 1 || refuse('peer-feedback.more-first');
}

/** How many feedbacks a brief asks of each person at least, before it is drawn who gives to whom. */
export const feedbackForeseen = ({ within, across }: FeedbackTerms): number => (across?.give ?? 0) + (within ? 1 : 0);
