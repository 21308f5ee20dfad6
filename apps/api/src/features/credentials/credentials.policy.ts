import { anyone, inEdition, inOrganisation } from '@libretto/domain';

export const mayHoldCredential = inEdition('participant');
export const mayKeepAwards = inOrganisation('registrar');
/** Whoever was given the address of a credential may see what it says. */
export const mayReadShared = anyone;
