/** A document asks for characters that no font here has. */
export class Unprintable extends Error {
  constructor(readonly characters: readonly string[]) {
    super(`No font has ${characters.map(named).join(', ')}: the document could not be set.`);
  }
}

/** A character with its number, since it may be invisible. */
const named = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
