import {
  idsAreUnique,
  illustrativePathsExist,
  levelMatchesCycle,
  modulesAreNumbered,
  modulesPointedAtExist,
  participationMatchesModules,
  stackNamesThisProgramme,
} from './coherence';
import { groupsCanBeMade, partsCanBeGiven, peersCanGiveFeedback, weightsAreAHundred } from './briefs';
import {
  deductionsHavePoints,
  gradesHaveAUniversity,
  levelsAndGradesAreUnique,
  passingGradesComeFirst,
} from './grading';
import { foreseenMinutesFit, foreseenSessionsFit } from './foreseen';
import { conditionsAskEarlierFields, limitsLeaveRoom, ownFieldsHaveOwnNames } from './form-coherence';
import { creditsAreHalves, hoursMatchCredits, moduleMinutesSum } from './credit';
import {
  inPresenceIsPlanned,
  ledgerCanBeFilled,
  modulesCanBeDone,
  monthsHoldWhatIsAsked,
  somethingIsAsked,
} from './reachable';
import {
  surveyAskedForExists,
  surveyChoicesLeaveAChoice,
  surveyIdsAreUnique,
  surveyLimitsLeaveRoom,
} from './survey-coherence';
import {
  certificateLanguagesDiffer,
  certificateTextsAreThere,
  jointAwardsNameTheirBodies,
  picturesAreThere,
} from './certificate';
import type { ProgrammeDraft } from './draft';
import type { Fault } from './fault';

const rules: readonly ((draft: ProgrammeDraft) => Fault[])[] = [
  creditsAreHalves,
  hoursMatchCredits,
  moduleMinutesSum,
  foreseenSessionsFit,
  foreseenMinutesFit,
  idsAreUnique,
  ownFieldsHaveOwnNames,
  conditionsAskEarlierFields,
  limitsLeaveRoom,
  modulesAreNumbered,
  modulesPointedAtExist,
  weightsAreAHundred,
  groupsCanBeMade,
  partsCanBeGiven,
  peersCanGiveFeedback,
  levelsAndGradesAreUnique,
  passingGradesComeFirst,
  gradesHaveAUniversity,
  deductionsHavePoints,
  inPresenceIsPlanned,
  modulesCanBeDone,
  ledgerCanBeFilled,
  monthsHoldWhatIsAsked,
  surveyAskedForExists,
  surveyIdsAreUnique,
  surveyChoicesLeaveAChoice,
  surveyLimitsLeaveRoom,
  somethingIsAsked,
  participationMatchesModules,
  levelMatchesCycle,
  jointAwardsNameTheirBodies,
  certificateLanguagesDiffer,
  certificateTextsAreThere,
  picturesAreThere,
  stackNamesThisProgramme,
  illustrativePathsExist,
];

/** Everything that a programme's parts owe each other and do not give. An empty list: it may be published. */
export const faultsOf = (draft: ProgrammeDraft): Fault[] => rules.flatMap((rule) => rule(draft));
