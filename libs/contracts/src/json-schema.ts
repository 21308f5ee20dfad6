import * as z from 'zod/mini';

/**
 * The shape of what somebody sends, as JSON Schema 2020-12; a rule that JSON Schema cannot say is left out. A part that
 * stands in several places can be stated once, `ref`, and not in each, `inline`.
 */
export const jsonSchemaOf = (shape: z.ZodMiniType, reused: 'inline' | 'ref' = 'inline') =>
  z.toJSONSchema(shape, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input', reused });
