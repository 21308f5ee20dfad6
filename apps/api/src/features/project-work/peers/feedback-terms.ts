import { dayOf, laterDay, rubricOf, type FeedbackKind, type Whose } from '@libretto/domain';
import { orNotFound } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { type Brief, briefsOf } from '../work/briefs';
import { type DeadlineRow, deadlinesIn, endOfDay } from '../work/deadlines';

export type PeerBrief = Brief & { readonly peerFeedback: NonNullable<Brief['peerFeedback']> };

const asksPeers = (brief: Brief): brief is PeerBrief => brief.peerFeedback !== undefined;

/** The briefs of an edition that ask for peer feedback. */
export const peerBriefsOf = (edition: Pick<EditionCard, 'definition'>): PeerBrief[] =>
  briefsOf(edition).filter(asksPeers);

/** The one that an address names, or the first; not found where there is none. */
export function peerBriefAsked(
  edition: Pick<EditionCard, 'definition'>,
  { brief: asked }: { brief?: string },
): PeerBrief {
  return orNotFound(peerBriefsOf(edition).find(({ id }) => asked === undefined || id === asked));
}

type Timed = Pick<EditionCard, 'id' | 'endsOn' | 'timeZone'>;

/** Feedback begins at the deadline of all, and what somebody gave can be changed until some days after their own deadline. */
export function feedbackTimes(set: readonly DeadlineRow[], edition: Timed, brief: PeerBrief, whose: Whose = {}) {
  const own = deadlinesIn(set, edition, brief, whose)(1).until;
  const lastDay = laterDay(dayOf(own, edition.timeZone), brief.peerFeedback.days);
  return {
    deadline: own,
    from: deadlinesIn(set, edition, brief)(1).until,
    until: endOfDay(lastDay, edition.timeZone),
  };
}

/** The rows of a kind's rubric. */
export const rubricOfKind = ({ peerFeedback }: PeerBrief, kind: FeedbackKind) =>
  rubricOf(peerFeedback[kind]?.rubric ?? []);

/** The rubric of each kind of feedback; `null` for a kind that the brief does not ask for. */
export function rubricsOf(brief: PeerBrief) {
  const { within, across } = brief.peerFeedback;
  return {
    within: within ? rubricOfKind(brief, 'within') : null,
    across: across ? rubricOfKind(brief, 'across') : null,
  };
}
