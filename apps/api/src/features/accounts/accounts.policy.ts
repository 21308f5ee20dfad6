import { anyone, inOrganisation, signedIn } from '@libretto/domain';

export const mayRegister = anyone;
export const mayUseOwnAccount = signedIn;
export const mayKeepInstitutions = inOrganisation('coordinator');
