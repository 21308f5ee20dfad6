import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadSessions = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayPlanSessions = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
/** Every edition meets in them. */
export const mayChangeRooms = inOrganisation('coordinator');
export const mayTakeRoll = mayPlanSessions;
/** Allowed even after the end of the time to contest a closed roll. */
export const mayCorrectOldRoll = inOrganisation('coordinator');
/** Participants see their own only: the question asks again. */
export const mayReadAttendance = mayReadSessions;
/** About one's own attendance: the commands ask again. */
export const mayAskAboutAttendance = inEdition('participant');
export const mayAnswerRequests = mayTakeRoll;
