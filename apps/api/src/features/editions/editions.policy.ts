import { anyone, inOrganisation, signedIn } from '@libretto/domain';

/** Open editions are for visitors; the query itself hides drafts from people who have no part in them. */
export const mayReadOpenEditions = anyone;
export const mayListEditions = signedIn;
export const mayReadAnyEdition = inOrganisation('coordinator', 'registrar');
export const maySetUpEdition = inOrganisation('coordinator');
