import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

/** The questions and commands then look at the thread: in which group, between whom. */
export const mayTalk = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayModerate = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
/** A participant and a tutor of the edition. */
export const mayWriteMessages = inEdition('participant', 'tutor');
/** Those of messages too. */
export const mayReadAllReports = inOrganisation('coordinator');
