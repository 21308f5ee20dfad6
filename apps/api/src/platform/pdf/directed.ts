import type { Say } from '@libretto/language';

/** Unicode's isolation marks: for a text on a line of its own, and for one within a sentence. */
const line = '\u2067';
const inline = '\u2068';
const end = '\u2069';
const marks = /[\u2067-\u2069]/g;
const inlineMarked = /\u2068[^\u2069]*\u2069/g;
const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Marks each line whose first letter is of a right-to-left script, so that its full stop and brackets stand at its own
 * end.
 */
export const directed = (text: string): string =>
  text
    .split('\n')
    .map((one) => marked(one, line))
    .join('\n');

/** Marks a text within others: a name keeps its place, and the comma between two names stays between them. */
export const within = (text: string): string => marked(text, inline);

/** Words for a document: values are marked before they are put into a sentence. */
export const sayDirected =
  (say: Say): Say =>
  (key, values = {}) =>
    say(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? within(value) : value]),
      ),
    );

function marked(text: string, begin: string): string {
  const [first] = letter.exec(text.replace(inlineMarked, '')) ?? [];
  return first && rightToLeft.test(first) ? `${begin}${text.replace(marks, '')}${end}` : text;
}
