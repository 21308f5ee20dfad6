import { offerMail } from './offer-mail';

/** Sent when a place has come free for somebody who waited. */
export const placeFromWaitingListMail = offerMail(
  'places.place-from-waiting-list',
  'from-waiting-list',
  (id) => `/applications/${id}/offer`,
);
