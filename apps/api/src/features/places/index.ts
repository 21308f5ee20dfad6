export { type EnrolmentCard, EnrolmentDirectory } from './enrolment-directory';
export { HeldInPlaces } from './held-in-places';
export { OfferMails } from './offer-mails';
export { type OfferCard, type OpeningCard, PlaceBook, type WaitingCard } from './place-book';
export { offerEnd, PlaceKeeper } from './place-keeper';
export { PlaceStandings } from './place-standings';
export { OfferExpired, OfferWithdrawn, PlaceOffered } from './places.events';
export { PlacesModule } from './places.module';
export { maySetQuotas } from './places.policy';
