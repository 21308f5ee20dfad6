import { inOrganisation, signedIn } from '@libretto/domain';

export const maySetQuotas = inOrganisation('coordinator');
export const mayOpenPlaces = inOrganisation('coordinator');
export const mayWithdrawOffer = inOrganisation('coordinator');
/** Everybody has to do with their own offer only: the command asks whose it is. */
export const mayAnswerOwnOffer = signedIn;
