import {
  idsAreUnique,
  illustrativePathsExist,
  levelMatchesCycle,
  modulesAreNumbered,
  modulesPointedAtExist,
  participationMatchesModules,
  stackNamesThisProgramme,
} from './coherence';
import { conditionsAskEarlierFields, limitsLeaveRoom, ownFieldsHaveOwnNames } from './form-coherence';
import { creditsAreHalves, hoursMatchCredits, moduleMinutesSum } from './credit';
import {
  inPresenceIsPlanned,
  ledgerCanBeFilled,
  modulesCanBeDone,
  monthsHoldWhatIsAsked,
  noSurveyIsAsked,
  somethingIsAsked,
} from './reachable';
import type { ProgrammeDraft } from './draft';
import type { Fault } from './fault';

const rules: readonly ((draft: ProgrammeDraft) => Fault[])[] = [
  creditsAreHalves,
  hoursMatchCredits,
  moduleMinutesSum,
  idsAreUnique,
  ownFieldsHaveOwnNames,
  conditionsAskEarlierFields,
  limitsLeaveRoom,
  modulesAreNumbered,
  modulesPointedAtExist,
  inPresenceIsPlanned,
  modulesCanBeDone,
  ledgerCanBeFilled,
  monthsHoldWhatIsAsked,
  noSurveyIsAsked,
  somethingIsAsked,
  participationMatchesModules,
  levelMatchesCycle,
  stackNamesThisProgramme,
  illustrativePathsExist,
];

/** Everything that a programme's parts owe each other and do not give. An empty list: it may be published. */
export const faultsOf = (draft: ProgrammeDraft): Fault[] => rules.flatMap((rule) => rule(draft));
