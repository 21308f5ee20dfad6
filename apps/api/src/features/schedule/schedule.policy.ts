import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadSessions = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayPlanSessions = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayTakeRoll = mayPlanSessions;
/** Allowed even after the end of the time to contest a closed roll. */
export const mayCorrectOldRoll = inOrganisation('coordinator');
