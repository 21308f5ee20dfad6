import { offerMail } from './offer-mail';

/** Sent when an offer has run out unanswered. */
export const offerExpiredMail = offerMail('places.offer-expired', 'expired', (id) => `/applications/${id}`);
