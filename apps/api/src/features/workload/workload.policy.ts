import { anyOf, inEdition, inOrganisation, signedIn } from '@libretto/domain';

/** Participants see their own only: the question asks again. */
export const mayReadLedger = anyOf(inEdition('participant', 'tutor'), inOrganisation('coordinator'));
export const mayReadEveryLedger = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
export const mayDeclareSelfStudy = inEdition('participant');
/** There is none but one's own. */
export const mayUseOwnTimer = signedIn;
/** Participants take back their own only: the command asks again. */
export const mayReverseEntry = mayReadLedger;
export const mayReverseAnybodysEntry = mayReadEveryLedger;
export const mayApproveMoreSelfStudy = mayReadEveryLedger;
