import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadModules = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayChangeMaterials = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayReadProgress = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayReadBooklet = inEdition('participant');
export const mayFollowMaterials = inEdition('participant');
