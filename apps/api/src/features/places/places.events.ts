/** A place is held for somebody until the offer's end. */
export class PlaceOffered {
  constructor(readonly offerId: string) {}
}

/** An offer ran out unanswered. */
export class OfferExpired {
  constructor(readonly offerId: string) {}
}

/** The coordinator took an open offer back. */
export class OfferWithdrawn {
  constructor(readonly offerId: string) {}
}
