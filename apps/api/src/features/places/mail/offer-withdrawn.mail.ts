import { offerMail } from './offer-mail';

/** Sent when the coordinator has taken an open offer back, with the reason. */
export const offerWithdrawnMail = offerMail('places.offer-withdrawn', 'withdrawn', (id) => `/applications/${id}`);
