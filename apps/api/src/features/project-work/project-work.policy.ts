import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayTakePart = inEdition('participant');
export const mayMark = inEdition('tutor');
export const mayReadWorks = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayRunProjectWork = inOrganisation('coordinator');
/** The query then checks whether the file belongs to the actor's group. */
export const mayAskForFiles = anyOf(mayTakePart, mayReadWorks);
