import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadAnnouncements = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
/** A tutor of an edition teaches in all of its modules and groups. */
export const mayAnnounce = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
