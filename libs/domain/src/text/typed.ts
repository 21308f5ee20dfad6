/*
 * What people type is read by others, printed and signed: it has to be what it looks like. What is refused comes from the
 * security considerations of Unicode (UTS #39, UTR #36) and from what a line of a document can hold.
 */

/**
 * Signs that nothing shows, or that turn what follows: controls, separators of lines, overrides and isolates of direction,
 * invisible formatting, tags, noncharacters, private use, halves of signs. Joiners and the plain marks of direction stay:
 * Persian and Hindi need them.
 */
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E0FFF}]/u;
const letterOrSign = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** No script stacks more marks on one letter; what does covers the lines around it. */
const piledUp = /\p{M}{6}/u;

/** One line as it is kept: composed (NFC), with single ordinary spaces, trimmed. */
export const tidyLine = (text: string): string => text.normalize('NFC').replace(/[\p{Zs}\t]+/gu, ' ').trim();

/** Several lines as they are kept: composed (NFC), with `\n` at the ends of lines, trimmed. */
export const tidyParagraph = (text: string): string => text.normalize('NFC').replace(/\r\n?|\u2028|\u0085/g, '\n').replace(/\u2029/g, '\n\n').trim();

/** Whether a tidied line can be taken: everything in it shows, and shows as what it is. An empty one can. */
export const showsAsItIs = (line: string): boolean =>
  !hidden.test(withoutEmojiStyle(line)) && !piledUp.test(line.normalize('NFD')) && (line === '' || letterOrSign.test(line));

/** The same for a tidied paragraph, in which lines may end and tabs indent. */
export const paragraphShowsAsItIs = (text: string): boolean => text.split(/[\n\t]/).every((line) => line.trim() === '' || showsAsItIs(line));

/** An emoji is often written with a sign that asks for its coloured form. */
const withoutEmojiStyle = (text: string): string => text.replace(/(\p{Emoji})\uFE0F/gu, '$1');
