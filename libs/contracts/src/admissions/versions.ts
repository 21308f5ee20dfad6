import * as z from 'zod/mini';
import { formField } from '../form-fields';
import { id, instant } from '../shapes';

const field = z.string().check(z.maxLength(80));

/** A return of a dossier, with its questions. Only the applicant sees an answer before it is submitted. */
export const returnView = z.object({
  number: z.int(),
  at: instant,
  /** The commission's note beside its questions; often empty. */
  word: z.string(),
  questions: z.array(z.object({ id, field, text: z.string(), answer: z.string() })),
  answerUntil: instant,
  answeredAt: z.nullable(instant),
  /** The time at which it lapsed: the dossier is as it was submitted before. */
  lapsedAt: z.nullable(instant),
});
export type ReturnView = z.infer<typeof returnView>;

/** One item of a list: a degree, a post, a file, an option. */
const listItem = z.union([
  z.string(),
  z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.array(z.string())]))),
]);
const itemChange = z.object({
  is: z.enum(['kept', 'added', 'removed', 'changed']),
  before: z.nullable(listItem),
  after: z.nullable(listItem),
});
export const fieldChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field, before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('list'), field, items: z.array(itemChange) }),
]);
export type FieldChangeView = z.infer<typeof fieldChange>;
export type ItemChangeView = z.infer<typeof itemChange>;

/** The history of a dossier, for a member who reads it. */
export const dossierHistory = z.object({
  version: z.int(),
  /** Changes since the version that the member viewed before; `null` if there was none, or no change since. */
  changes: z.nullable(
    z.object({
      since: instant,
      /** Not viewed yet. */
      isNew: z.boolean(),
      fields: z.array(fieldChange),
    }),
  ),
  returns: z.array(z.extend(returnView, { by: z.string() })),
  /** The programme's own fields, for their labels: some may have shown in an earlier version only. */
  fields: z.array(formField),
});
export type DossierHistory = z.infer<typeof dossierHistory>;
