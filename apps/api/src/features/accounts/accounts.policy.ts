import { anyone, inOrganisation, signedIn } from '@libretto/domain';

export const mayRegister = anyone;
export const mayUseOwnAccount = signedIn;
/** Assigning roles needs to find people; nobody else may look somebody up. */
export const maySearchPeople = inOrganisation('coordinator');
