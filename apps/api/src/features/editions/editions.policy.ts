import { anyone, inOrganisation, signedIn } from '@libretto/domain';

/** What is open is for visitors; the question itself hides drafts from those who have no part in them. */
export const mayReadOpenEditions = anyone;
export const mayListEditions = signedIn;
export const mayReadAnyEdition = inOrganisation('coordinator', 'registrar');
export const maySetUpEdition = inOrganisation('coordinator');
