import { offerMail } from './offer-mail';

/** Sent with the letter of the ruling, when the admission brought a place. */
export const placeOfferedMail = offerMail('places.place-offered', 'offered', (id) => `/applications/${id}/offer`);
