/* Typed text is read by others, printed and signed: it must not hide or disguise anything. The refused characters come
   from the
   security considerations of Unicode (UTS #39, UTR #36) and from the limits of a line in a document. */

/**
 * Characters that are invisible, or that reverse the text after them: controls, separators of lines, surrogates,
 * private use, unassigned ones (except those reserved for pictographs), default ignorable ones, format characters of
 * hieroglyphs and annotations; and blanks that Unicode counts among the symbols: of Braille, of musical notes, and
 * replacement characters.
 */
const hidden = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFD\u{13430}-\u{1343F}\u{1D159}]|(?!\p{Extended_Pictographic})\p{Cn}`;

/** Scripts in which a joiner or non-joiner changes the shape of letters. */
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

/** Ignorable characters that are needed in their context: joiners one at a time, and the parts of emoji sequences. */
const needed = [
  // Persian writes suffixes so, also after a word or number of another script.
  String.raw`(?<=[\p{L}\p{M}\p{N}])\u200C(?=[${joining}])`,
  String.raw`(?<=[${joining}])\u200D`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Emoji})(?<![0-9#*])[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
].join('|');

/** Marks that set the direction of a character beside them, one at a time. */
const marks = String.raw`[\u061C\u200E\u200F]`;
const direction = `(?<!${marks})${marks}(?!${marks})`;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const signs = new RegExp(`(?<needed>${needed})|(?<direction>${direction})|${hidden}`, 'gu');
const letterOrSign = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** No script stacks more marks on one letter; more of them cover the lines around it. */
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

/**
 * A text without its hidden characters. Joiners stay where a script needs them, and direction marks beside
 * right-to-left text.
 */
export function withoutHidden(text: string): string {
  const isDirected = rightToLeft.test(text);
  return text.replace(signs, (sign: string, joiner?: string, mark?: string) =>
    joiner || (mark && isDirected) ? sign : '',
  );
}

/** Whether a tidied line hides or disguises nothing. An empty one does not. */
export const showsAsItIs = (line: string): boolean =>
  withoutHidden(line) === line &&
  !piledUp.test(line.replace(/\p{Cf}/gu, '').normalize('NFD')) &&
  (line === '' || letterOrSign.test(line));

/** The same for a tidied paragraph, which may have line breaks and tabs. */
export const paragraphShowsAsItIs = (text: string): boolean =>
  text.split(/[\n\t]/).every((line) => line.trim() === '' || showsAsItIs(line));
