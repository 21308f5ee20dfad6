export { type EnrolmentCard, EnrolmentDirectory } from './enrolment-directory';
export { type OfferCard, type OpeningCard, PlaceBook, type WaitingCard } from './place-book';
export { offerEnd, PlaceKeeper } from './place-keeper';
export { OfferExpired, OfferWithdrawn, PlaceOffered } from './places.events';
export { PlacesModule } from './places.module';
export { PlaceStandings } from './place-standings';
export { maySetQuotas } from './places.policy';
