import { dayOf, laterDay, refuse, rubricOf, type FeedbackKind } from '@libretto/domain';
import { Refused } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { type Brief, briefsOf } from '../work/briefs';
import { type DeadlineRow, deadlinesIn, endOfDay } from '../work/deadlines';
import type { Whose } from '@libretto/domain';

export type PeerTerms = NonNullable<Brief['peerFeedback']>;
export type PeerBrief = Brief & { readonly peerFeedback: PeerTerms };

const asksPeers = (brief: Brief): brief is PeerBrief => brief.peerFeedback !== undefined;

/** The briefs of an edition that ask for peer feedback. */
export const peerBriefsOf = (edition: Pick<EditionCard, 'definition'>): PeerBrief[] =>
  briefsOf(edition).filter(asksPeers);

/** The one that an address names, or the first; not found where there is none. */
export function peerBriefAsked(
  edition: Pick<EditionCard, 'definition'>,
  { brief: asked }: { brief?: string },
): PeerBrief {
  const brief = peerBriefsOf(edition).find(({ id }) => asked === undefined || id === asked);
  if (!brief) throw new Refused(refuse('common.not-found'));
  return brief;
}

type Timed = Pick<EditionCard, 'id' | 'endsOn' | 'timeZone'>;

/** When somebody's feedback begins, which is everybody's deadline, and until when it can be changed: theirs, and so many days. */
export function feedbackTimes(set: readonly DeadlineRow[], edition: Timed, brief: PeerBrief, whose: Whose = {}) {
  const own = deadlinesIn(set, edition, brief, whose)(1).until;
  const lastDay = laterDay(dayOf(own, edition.timeZone), brief.peerFeedback.days);
  return {
    from: deadlinesIn(set, edition, brief)(1).until,
    until: endOfDay(lastDay, edition.timeZone),
  };
}

/** The rows of a kind's rubric. */
export const rubricOfKind = ({ peerFeedback }: PeerBrief, kind: FeedbackKind) =>
  rubricOf(peerFeedback[kind]?.rubric ?? []);
