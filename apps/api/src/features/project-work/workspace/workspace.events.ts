/** A text has so many changes more that opening it would become slow. */
export class TextHasGrown {
  constructor(readonly groupId: string) {}
}
