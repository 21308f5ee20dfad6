/** An edition is over for good; whoever still has work in it may refuse that. */
export class EditionClosed {
  constructor(readonly editionId: string) {}
}

/** An edition's dates, name or capacity are others than before. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}
