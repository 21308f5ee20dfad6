import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayTakePart = inEdition('participant');
export const mayMark = inEdition('tutor');
export const mayReadWorks = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayRunProjectWork = inOrganisation('coordinator');
/** The query then asks whether it is the own group's file. */
export const mayAskForFiles = anyOf(mayTakePart, mayReadWorks);
