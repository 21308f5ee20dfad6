import { offerMail } from './offer-mail';

/** Sent when a place has become free for somebody on the waiting list. */
export const placeFromWaitingListMail = offerMail(
  'places.place-from-waiting-list',
  'from-waiting-list',
  (id) => `/applications/${id}/offer`,
);
