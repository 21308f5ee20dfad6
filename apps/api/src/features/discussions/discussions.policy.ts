import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

/** The questions and commands then look at the thread: in which group, between whom. */
export const mayTalk = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const teaches = inEdition('tutor');
export const mayModerate = anyOf(teaches, inOrganisation('coordinator'));
/** Participants and tutors of the edition write to each other. */
export const mayWriteMessages = inEdition('participant', 'tutor');
/** Reports of messages too. */
export const mayReadAllReports = inOrganisation('coordinator');
