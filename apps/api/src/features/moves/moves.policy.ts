import { inOrganisation } from '@libretto/domain';

export const mayMoveEdition = inOrganisation('coordinator');
