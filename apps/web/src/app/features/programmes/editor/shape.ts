import type { JsonSchema } from './json-schema';

/** What a part of a programme file may be, in the terms of the fields by which it is edited. */
export type Shape =
  | { readonly kind: 'texts' | 'text'; readonly isLong: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly item: Shape; readonly most: number }
  | { readonly kind: 'group'; readonly fields: readonly ShapeField[] }
  | { readonly kind: 'pictures' }
  /** Written as YAML: it may be one thing or another. */
  | { readonly kind: 'other' };

export interface ShapeField {
  readonly name: string;
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** From so many characters on a text goes over several lines. */
const longText = 500;

/** The fields by which the whole file is edited, out of the schema that editors of files read. */
export const shapeOfFile = (schema: JsonSchema): Shape => shapeOf(schema, schema.$defs ?? {});

function shapeOf(part: JsonSchema, defs: Readonly<Record<string, JsonSchema>>): Shape {
  if (part.$ref) return shapeOf(defs[part.$ref.split('/').at(-1) ?? ''] ?? {}, defs);
  const options = part.enum ?? optionsOf(part.anyOf);
  if (options) return { kind: 'choice', options };
  switch (part.type) {
    case 'string':
      return { kind: 'text', isLong: (part.maxLength ?? 0) > longText };
    case 'integer':
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return { kind: 'list', item: shapeOf(part.items ?? {}, defs), most: part.maxItems ?? 100 };
    case 'object':
      return ofObject(part, defs);
    default:
      return { kind: 'other' };
  }
}

function ofObject(part: JsonSchema, defs: Readonly<Record<string, JsonSchema>>): Shape {
  const { properties } = part;
  if (!properties) return { kind: 'pictures' };
  // A text in each language is open for further ones.
  if (properties['en'] && part.additionalProperties) {
    const text = shapeOf(properties['en'], defs);
    return { kind: 'texts', isLong: text.kind === 'text' && text.isLong };
  }
  return {
    kind: 'group',
    fields: Object.entries(properties).map(([name, field]) => ({
      name,
      shape: shapeOf(field, defs),
      isRequired: part.required?.includes(name) ?? false,
    })),
  };
}

/** One of some fixed values, where each stands as a possibility of its own. */
function optionsOf(forms: JsonSchema['anyOf']): (string | number)[] | undefined {
  const values = forms?.map((form) => form.const);
  return values?.every((value) => value !== undefined) ? (values as (string | number)[]) : undefined;
}

/** What a part begins with when it is added. */
export function emptyOf(shape: Shape, languages: readonly string[]): unknown {
  switch (shape.kind) {
    case 'texts':
      return Object.fromEntries(languages.map((language) => [language, '']));
    case 'choice':
      return shape.options[0];
    case 'number':
      return 0;
    case 'flag':
      return true;
    case 'list':
      return [emptyOf(shape.item, languages)];
    case 'group':
      return Object.fromEntries(
        shape.fields
          .filter(({ isRequired }) => isRequired)
          .map(({ name, shape: field }) => [name, emptyOf(field, languages)]),
      );
    case 'pictures':
    case 'other':
      return {};
    case 'text':
      return '';
  }
}
