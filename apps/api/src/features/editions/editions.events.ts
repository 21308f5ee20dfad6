/** An edition's dates, name or capacity are others than before. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}
