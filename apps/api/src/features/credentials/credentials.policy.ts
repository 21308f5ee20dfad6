import { anyone, inEdition, inOrganisation } from '@libretto/domain';

export const mayHoldCredential = inEdition('participant');
export const mayKeepAwards = inOrganisation('registrar');
/** Anybody with the address of a credential may see it. */
export const mayReadShared = anyone;
/** Whoever publishes a programme sees first what its certificate will look like. */
export const mayPreviewDocuments = inOrganisation('coordinator');
