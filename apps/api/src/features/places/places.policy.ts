import { inOrganisation, signedIn } from '@libretto/domain';

export const maySetQuotas = inOrganisation('coordinator');
export const mayOpenPlaces = inOrganisation('coordinator');
export const mayWithdrawOffer = inOrganisation('coordinator');
/** People reach only their own offer: the command checks whose it is. */
export const mayAnswerOwnOffer = signedIn;
