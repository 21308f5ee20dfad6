/** A place is held for somebody until the offer's end. */
export class PlaceOffered {
  constructor(readonly offerId: string) {}
}

/** Somebody accepted the place that was held for them. */
export class OfferAccepted {
  constructor(readonly offerId: string) {}
}

/** Somebody takes part in an edition from now on. */
export class EnrolmentMade {
  constructor(readonly enrolmentId: string) {}
}

/** An offer ran out unanswered. */
export class OfferExpired {
  constructor(readonly offerId: string) {}
}

/** The coordinator took an open offer back. */
export class OfferWithdrawn {
  constructor(readonly offerId: string) {}
}

/** A place that was held is free again: declined, expired or withdrawn. Whoever is next has been offered it already. */
export class PlaceFreed {
  constructor(
    readonly editionId: string,
    readonly offerId: string,
  ) {}
}
