export { type EnrolmentCard, EnrolmentDirectory } from './enrolment-directory';
export { type Admitted, offerEnd, PlaceKeeper } from './place-keeper';
export { EnrolmentMade, OfferAccepted, OfferExpired, OfferWithdrawn, PlaceFreed, PlaceOffered } from './places.events';
export { PlacesModule } from './places.module';
