import * as z from 'zod/mini';
import { line, paragraph } from './shapes';

/* Parts that programme files are made of: texts in several languages, short names, lists. */

const twoLetterKeys = z.refine<Record<string, string>>(
  (texts) => Object.keys(texts).every((key) => /^[a-z]{2}$/.test(key)),
  { error: 'texts' },
);
const inBoth = <Text extends z.ZodMiniType>(text: Text) => z.object({ en: text, it: text }, { error: 'texts' });
/** One line in English, in Italian and in any other language by its ISO 639-1 code. */
export const lines = z.catchall(inBoth(line(200)), line(200)).check(twoLetterKeys);
/** The same with several lines. */
export const paragraphs = z.catchall(inBoth(paragraph(2000)), paragraph(2000)).check(twoLetterKeys);

/** A short name of a part of the file, for references. */
export const key = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, { error: 'key' }), z.maxLength(60));
export const list = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));
