/** An edition is over for good; whoever still has work in it may refuse that. */
export class EditionClosed {
  constructor(readonly editionId: string) {}
}

/** An edition runs another version of its programme from now on: what its participants need may be another thing. */
export class EditionMoved {
  constructor(readonly editionId: string) {}
}

/** An edition's dates, name or capacity are others than before. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}
