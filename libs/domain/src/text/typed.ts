/*
 * What people type is read by others, printed and signed: it has to be what it looks like. What is refused comes from the
 * security considerations of Unicode (UTS #39, UTR #36) and from what a line of a document can hold.
 */

/**
 * Signs that nothing shows, or that turn what follows: controls, separators of lines, halves of signs, private use, what
 * Unicode has not assigned (but keeps for pictures), what it calls ignorable, what lays out hieroglyphs or annotates; and the
 * blanks that it counts among the symbols: of Braille, of musical notes, and those that stand for what could not be read.
 */
const hidden = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFD\u{13430}-\u{1343F}\u{1D159}]|(?!\p{Extended_Pictographic})\p{Cn}`;

/** Scripts in which a joiner, or its opposite, changes how letters look. */
const joining = [
  'Arabic',
  'Syriac',
  'Mandaic',
  'Nko',
  'Mongolian',
  'Phags_Pa',
  'Adlam',
  'Hanifi_Rohingya',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Myanmar',
  'Khmer',
  'Tibetan',
  'Balinese',
  'Javanese',
  'Sundanese',
  'Grantha',
  'Newa',
  'Tirhuta',
  'Sharada',
  'Chakma',
]
  .map((script) => String.raw`\p{Script_Extensions=${script}}`)
  .join('');

/** The ignorable signs that show after all, by what stands beside them: joiners one at a time, and what emoji are composed of. */
const needed = [
  // Persian writes suffixes so, also after a word or number of another script.
  String.raw`(?<=[\p{L}\p{M}\p{N}])\u200C(?=[${joining}])`,
  String.raw`(?<=[${joining}])\u200D`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Emoji})(?<![0-9#*])[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
].join('|');

/** Marks that say in which direction a sign beside them goes, one at a time. */
const marks = String.raw`[\u061C\u200E\u200F]`;
const direction = `(?<!${marks})${marks}(?!${marks})`;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const signs = new RegExp(`(?<needed>${needed})|(?<direction>${direction})|${hidden}`, 'gu');
const letterOrSign = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** No script stacks more marks on one letter; what does covers the lines around it. */
const piledUp = /\p{M}{6}/u;

/** One line as it is kept: composed (NFC), with single ordinary spaces, trimmed. */
export const tidyLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();

/** Several lines as they are kept: composed (NFC), with `\n` at the ends of lines, trimmed. */
export const tidyParagraph = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .trim();

/** A text without what hides in it. Joiners stay where a script needs them, and marks of direction where something goes from right to left. */
export function withoutHidden(text: string): string {
  const isDirected = rightToLeft.test(text);
  return text.replace(signs, (sign: string, joiner?: string, mark?: string) =>
    joiner || (mark && isDirected) ? sign : '',
  );
}

/** Whether a tidied line can be taken: everything in it shows, and shows as what it is. An empty one can. */
export const showsAsItIs = (line: string): boolean =>
  withoutHidden(line) === line &&
  !piledUp.test(line.replace(/\p{Cf}/gu, '').normalize('NFD')) &&
  (line === '' || letterOrSign.test(line));

/** The same for a tidied paragraph, in which lines may end and tabs indent. */
export const paragraphShowsAsItIs = (text: string): boolean =>
  text.split(/[\n\t]/).every((line) => line.trim() === '' || showsAsItIs(line));
