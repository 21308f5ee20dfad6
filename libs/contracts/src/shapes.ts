import { longestRowId, paragraphShowsAsItIs, showsAsItIs, tidyLine, tidyParagraph } from '@libretto/domain/first';
import * as z from 'zod/mini';
import { isAddress, longestAddress, tidyAddress } from './address';

/** A UUIDv7, made by the command that creates the thing. */
export const id = z.uuid();
/** A UTC instant in ISO 8601. */
export const instant = z.iso.datetime();
/** A calendar day, `2026-11-23`. */
export const day = z.iso.date();
/** A time on a clock, `07:30`. */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' }));
/** A zone of the IANA database, `Europe/Rome`. */
export const timeZone = z.string().check(z.maxLength(64), z.refine(isTimeZone, 'unknown time zone'));
/** A text in several languages by ISO 639-1 code: `{ en: '…', it: '…' }`. */
export const inLanguages = z.record(z.string(), z.string());
/**
 * Worded by `common.fields`, and among the forms of `programmes.refusals.wrong-form` (ICU allows no hyphen there): the
 * text contains a character that is invisible or misleading.
 */
const hidden = { error: 'hidden', params: { reason: 'hidden-characters' } };
/** A text that is too long is looked through no further: a megabyte of signs that hide something takes seconds. */
export const atMost = (most: number) => z.maxLength(most, { abort: true });
/** The same for a text that is no address of a page. */
export const noWebAddress = { error: 'not-a-web-address', params: { reason: 'not-a-web-address' } };
/** One line that a person types: composed, trimmed, everything in it visible; never empty. */
export const line = (most = 200) => lineOrNone(most).check(z.minLength(1));
/** The same, but it may be empty: `''`. */
export const lineOrNone = (most = 200) =>
  z.string().check(z.overwrite(tidyLine), atMost(most), z.refine(showsAsItIs, hidden));
/** Several lines that a person types: composed, trimmed, everything in them visible; never empty. */
export const paragraph = (most = 4000) => paragraphOrNone(most).check(z.minLength(1));
/** The same, but it may be empty: `''`. */
export const paragraphOrNone = (most = 4000) =>
  z.string().check(z.overwrite(tidyParagraph), atMost(most), z.refine(paragraphShowsAsItIs, hidden));
/** An e-mail address, international ones included; in small letters. */
export const emailAddress = z
  .string()
  .check(
    z.overwrite(tidyAddress),
    atMost(longestAddress),
    z.refine(isAddress, { error: 'not-an-address', params: { reason: 'not-an-address' } }),
  );
/** A search in a list: names or parts of them, in any case and with or without accents. */
export const searchText = z.optional(z.string().check(z.overwrite(tidyLine), z.maxLength(100)));
/** The reply of a command that made something. */
export const created = z.object({ id });
/**
 * A change of a draft: the fields that changed, with the values before and after; others stay. It merges into the
 * stored draft; `common.changed-elsewhere` names the fields where it cannot.
 */
export const changeOf = <Draft extends z.ZodMiniObject>(draft: Draft) =>
  z.object({ from: z.partial(draft), to: z.partial(draft) });
/** Identifies a row of a repeated group while it is being written; made for callers who give none. */
export const rowId = z.optional(z.string().check(z.minLength(1), z.maxLength(longestRowId)));
/** A stored file, as lists show it; `shown` is the type of its view in a browser, if it has one. */
export const storedFile = z.object({
  id,
  name: z.string(),
  type: z.string(),
  shown: z.nullable(z.string()),
  bytes: z.int(),
});
/** A list paged by key: pass `next` back as `after`; `null` means that this was the last page. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });
/** The column that a list is sorted by, `name`, or `-name` for descending; by default, the order of creation. */
export const sortBy = <Column extends string>(columns: readonly Column[]) =>
  z.optional(z.enum(columns.flatMap((column): (Column | `-${Column}`)[] => [column, `-${column}`])));
/** The `next` of the page before; `common.no-such-place` if the list has no such place. */
export const pageKey = z.optional(z.string().check(z.maxLength(1100)));
/** The query of a paged list. */
export const pageQuery = z.object({ after: pageKey });

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The reason why something cannot be done now: the refusal that trying would get. */
export const refusal = z.object({ code: z.string(), numbers: z.record(z.string(), z.union([z.string(), z.number()])) });
