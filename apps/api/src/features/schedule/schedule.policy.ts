import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadSessions = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayPlanSessions = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayTakeRoll = mayPlanSessions;
/** Also when a closed roll can no longer be contested. */
export const mayCorrectOldRoll = inOrganisation('coordinator');
