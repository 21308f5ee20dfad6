import * as z from 'zod/mini';

/**
 * `application/problem+json` (RFC 9457): `code` and `numbers` are the refusal, `detail` is its sentence in the caller's
 * language.
 */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  numbers: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string(),
  /** For bad input: the fault of each field, by its path. */
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** For a refused change of a draft: each field that was changed elsewhere too, with both values. */
  clashes: z.optional(z.array(z.object({ path: z.array(z.string()), mine: z.unknown(), theirs: z.unknown() }))),
  /** The stored draft now, so that the change can begin from it. */
  stored: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;
