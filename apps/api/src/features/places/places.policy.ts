import { anyOf, inEdition, inOrganisation, signedIn } from '@libretto/domain';

export const maySetQuotas = inOrganisation('coordinator');
export const mayOpenPlaces = inOrganisation('coordinator');
export const mayWithdrawOffer = inOrganisation('coordinator');
/** Which institutions hold places is the coordinator's to see; the commission sees how many. */
export const mayReadHolders = inOrganisation('coordinator');
export const mayReadPlaces = anyOf(inOrganisation('coordinator'), inEdition('chair', 'deputy'));
/** Everybody has to do with their own offer only: the command asks whose it is. */
export const mayAnswerOwnOffer = signedIn;
