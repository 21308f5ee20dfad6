import { inOrganisation } from '@libretto/domain';

export const mayReadGlance = inOrganisation('coordinator');
