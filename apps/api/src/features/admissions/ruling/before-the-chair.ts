import type { RulingsView } from '@libretto/contracts';
import {
  baseOf,
  decide,
  type Decided,
  isBeforeCommission,
  isRefusal,
  outcomeOf,
  quorumStanding,
  readyToRule,
  type RulingOutcome,
  type SecondRoundBase,
  votesThatCount,
  whoChairs,
} from '@libretto/domain';
import type { EditionCard } from '../../editions';
import type { ApplicationOnList } from '../dossier/application.entity';
import { termsOf } from '../dossier/terms';
import type { CommissionPanel } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import type { DeliberationRecord } from '../dossier/deliberation-record';
import type { Vote } from '../dossier/vote.entity';
import { reasonOf } from '../../../platform/refusals/refused';

/** The chair's view of an application, and whether they can rule on it now. */
export interface BeforeTheChair {
  /** On appeal: the members who decide. */
  readonly secondRound: SecondRoundBase | null;
  /** The number of members who decide. */
  readonly members: number;
  readonly cast: number;
  /** The votes cast before the dossier came back with an answer: they count, and the chair may know. */
  readonly castBeforeAnswer: number;
  readonly quorum: number;
  /** Whether the chair sees the others' votes: after having voted, or after the ruling. */
  readonly sees: boolean;
  /** The result of the votes and findings; absent while they have none, or the chair does not see them. */
  readonly decided: Decided | null;
  /** The outcome of a ruling made now. */
  readonly outcome: RulingOutcome | null;
  readonly whyNot: RulingsView['items'][number]['whyNot'];
  readonly canBeRuled: boolean;
}

type HasPlace = (seat: { applicationId: string; institutionId: string; country: string }) => boolean;

/** `null` where somebody else chairs. */
export function beforeTheChair(
  accountId: string,
  application: ApplicationOnList,
  edition: EditionCard,
  panel: CommissionPanel,
  record: DeliberationRecord,
  hasPlace: HasPlace,
): BeforeTheChair | null {
  const deliberation = deliberationOn(application, termsOf(edition), panel, record);
  const { members, chairId, secondRound } = baseOf(deliberation);
  // The chair of the first round sees the ruling on the appeal too.
  const chairedFirst = application.state === 'ruled' && whoChairs(panel.members, deliberation.inConflict) === accountId;
  if (chairId !== accountId && !chairedFirst) return null;
  const { quorum, cast } = quorumStanding(deliberation);
  const isOpen = isBeforeCommission(application.state);
  const isAsked = isOpen && deliberation.asked.has(accountId);
  const sees =
    application.state === 'ruled' || (!isAsked && deliberation.votes.some((vote) => vote.accountId === accountId));
  const decided = decide(deliberation);
  const ready = readyToRule(deliberation, accountId);
  const { answeredAt } = application;
  const isBefore = ({ accountId: by, at }: Vote) =>
    answeredAt !== null && at < answeredAt && members.some((member) => member.accountId === by);
  const seen = sees && !isRefusal(decided) ? decided : null;
  const { institutionId, country } = application;
  const isThereAPlace =
    institutionId !== null && country !== null && hasPlace({ applicationId: application.id, institutionId, country });
  return {
    secondRound,
    members: members.length,
    cast,
    castBeforeAnswer: votesThatCount(
      record.votes.filter(({ applicationId }) => applicationId === application.id),
    ).filter(isBefore).length,
    quorum,
    sees,
    decided: seen,
    outcome: isOpen && seen ? outcomeOf(seen.decision, isThereAPlace) : null,
    whyNot:
      application.state === 'returned'
        ? { code: 'admissions.with-the-applicant', numbers: {} }
        : isOpen
          ? reasonOf(ready)
          : null,
    canBeRuled: !isRefusal(ready),
  };
}
