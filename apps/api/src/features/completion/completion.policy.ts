import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadOwnCompletion = inEdition('participant');
export const mayReadCompletion = anyOf(inEdition('tutor'), inOrganisation('coordinator', 'registrar'));
