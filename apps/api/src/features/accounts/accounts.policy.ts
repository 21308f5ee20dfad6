import { inOrganisation, signedIn } from '@libretto/domain';

export const mayUseOwnAccount = signedIn;
export const mayKeepInstitutions = inOrganisation('coordinator');
