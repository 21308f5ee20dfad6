import { tidyParagraph } from '@libretto/domain';
import * as z from 'zod/mini';
import { key, lines, list, paragraphs } from './programme-texts';

/* The fields of a programme's form beyond those of every form, as its file defines them. How they depend on each other
   (conditions, limits) is `faultsOf` in the domain, which also reads answers against them. */

const day = z.iso.date({ error: 'day' });
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const limit = z.number().check(z.minimum(-1_000_000_000), z.maximum(1_000_000_000));

const asked = {
  id: key,
  label: lines,
  hint: z.optional(paragraphs),
  /** Applies at submission: a draft may always have gaps. */
  required: z.optional(z.boolean()),
};
const text = {
  ...asked,
  kind: z.literal('text'),
  /** Several lines instead of one. */
  long: z.optional(z.boolean()),
  min: z.optional(whole(1, 4000)),
  max: z.optional(whole(1, 4000)),
};
const choice = {
  ...asked,
  kind: z.literal('choice'),
  options: list(z.strictObject({ id: key, label: lines }), 30),
  several: z.optional(z.boolean()),
};
const number = {
  ...asked,
  kind: z.literal('number'),
  /** With a fraction instead of whole. */
  decimal: z.optional(z.boolean()),
  min: z.optional(limit),
  max: z.optional(limit),
  unit: z.optional(lines),
};
const date = { ...asked, kind: z.literal('date'), from: z.optional(day), until: z.optional(day) };
const file = { ...asked, kind: z.literal('file'), max: z.optional(whole(1, 10)) };

const column = z.discriminatedUnion('kind', [
  z.strictObject(text),
  z.strictObject(choice),
  z.strictObject(number),
  z.strictObject(date),
]);
const group = {
  ...asked,
  kind: z.literal('group'),
  fields: list(column, 8),
  min: z.optional(whole(1, 20)),
  max: z.optional(whole(1, 20)),
};

/** Shows the field only if another one is answered, or answered with one of these options. */
const when = z.optional(z.strictObject({ field: z.string().check(z.maxLength(60)), is: z.optional(list(key, 30)) }));

export const formField = z.discriminatedUnion('kind', [
  z.strictObject({ ...text, when }),
  z.strictObject({ ...choice, when }),
  z.strictObject({ ...number, when }),
  z.strictObject({ ...date, when }),
  z.strictObject({ ...file, when }),
  z.strictObject({ ...group, when }),
]);
export type FormField = z.infer<typeof formField>;
export type FormColumn = z.infer<typeof column>;

const simpleAnswer = z.union([
  z.string().check(z.overwrite(tidyParagraph), z.maxLength(4000)),
  z.number(),
  z.array(z.string().check(z.maxLength(60))).check(z.maxLength(30)),
]);
const fieldId = z.string().check(z.maxLength(60));

/** By the field's id; a group's answer is its rows. The domain decides which answers a form takes. */
export const answers = z.record(
  fieldId,
  z.union([simpleAnswer, z.array(z.record(fieldId, simpleAnswer)).check(z.maxLength(20))]),
);
