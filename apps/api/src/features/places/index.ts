export { type EnrolmentCard, EnrolmentDirectory } from './enrolment-directory';
export { offerEnd, PlaceKeeper } from './place-keeper';
export { EnrolmentMade, OfferAccepted, OfferExpired, OfferWithdrawn, PlaceFreed, PlaceOffered } from './places.events';
export { PlacesModule } from './places.module';
