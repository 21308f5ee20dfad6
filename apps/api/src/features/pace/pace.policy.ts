import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadOwnPace = inEdition('participant');
export const mayReadEverybodysPace = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
/** Participants see their own only: the question asks again. */
export const mayReadPace = anyOf(mayReadOwnPace, mayReadEverybodysPace);
