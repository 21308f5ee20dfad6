/** An edition shows in the catalogue and takes applications. */
export class EditionOpened {
  constructor(readonly editionId: string) {}
}

/** An edition's dates, name or capacity are others than before. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}

/** An edition is over. */
export class EditionClosed {
  constructor(readonly editionId: string) {}
}
