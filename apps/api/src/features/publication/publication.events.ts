/** These people are asked, or asked once more, to consent to the publication of their works. */
export class ConsentsAsked {
  constructor(
    readonly publicationId: string,
    readonly accountIds: readonly string[],
  ) {}
}

/** A publication went into print; its contributors are told. */
export class PublicationPrinted {
  constructor(
    readonly publicationId: string,
    readonly accountIds: readonly string[],
  ) {}
}
