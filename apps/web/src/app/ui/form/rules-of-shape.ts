import {
  applyEach,
  createMetadataKey,
  type FieldTree,
  metadata,
  REQUIRED,
  type SchemaPath,
  type SchemaPathTree,
  validateTree,
  type ValidationError,
} from '@angular/forms/signals';
import { faultsOf } from '@libretto/contracts';
import * as z from 'zod/mini';
import { fieldAt } from './field-at';

/**
 * The most characters that a field takes. It is no `maxlength` of its control: a browser would cut off pasted text, and
 * nobody would notice.
 */
export const MOST_CHARACTERS = createMetadataKey<number>();

/**
 * The rules of a form are those of its body: the route's own shape parses the result of `bodyOf`, and its faults stand
 * at the fields of the same names. Faults of fields that the form does not have are left to its page.
 */
export function rulesOfShape<Model>(
  path: SchemaPathTree<Model>,
  shape: z.ZodMiniType,
  bodyOf: (model: Model) => unknown,
): void {
  validateTree(path as SchemaPath<Model>, ({ value, fieldTree }) => {
    const body = bodyOf(value());
    const { error } = z.safeParse(shape, body);
    return (error ? faultsOf(error, body) : []).flatMap(
      ({ path: at, reason, numbers }): ValidationError.WithFieldTree[] => {
        const field = fieldAt(fieldTree as FieldTree<unknown>, at);
        return field ? [{ kind: reason, ...numbers, fieldTree: field }] : [];
      },
    );
  });
  describe(path as unknown as AnyPath, shape);
}

type AnyPath = SchemaPath<unknown> & Record<string, unknown>;

/** Gives each control the rules of its field: whether it is required, and how many characters it takes. */
function describe(path: AnyPath, shape: z.ZodMiniType): void {
  const plain = withoutNone(shape);
  if (plain instanceof z.ZodMiniObject)
    for (const [name, field] of Object.entries(plain.shape)) describe(path[name] as AnyPath, field as z.ZodMiniType);
  else if (plain instanceof z.ZodMiniDiscriminatedUnion)
    for (const option of plain.def.options) describe(path, option as z.ZodMiniType);
  else if (plain instanceof z.ZodMiniArray)
    applyEach(path as SchemaPath<unknown[]>, (item) =>
      describe(item as unknown as AnyPath, plain.def.element as z.ZodMiniType),
    );
  else describeOne(path, shape, plain);
}

function describeOne(path: SchemaPath<unknown>, shape: z.ZodMiniType, plain: z.ZodMiniType): void {
  if (['', null, undefined].every((blank) => !shape.safeParse(blank).success) && !(plain instanceof z.ZodMiniBoolean))
    metadata(path, REQUIRED, () => true);
  const [most] = (plain.def.checks ?? []).flatMap(({ _zod: { def } }) =>
    def.check === 'max_length' ? [(def as z.core.$ZodCheckMaxLengthDef).maximum] : [],
  );
  if (most !== undefined) metadata(path, MOST_CHARACTERS, () => most);
}

/** The shape inside of an optional or nullable one. */
function withoutNone(shape: z.ZodMiniType): z.ZodMiniType {
  const { innerType } = shape.def as { innerType?: z.ZodMiniType };
  return innerType ? withoutNone(innerType) : shape;
}
