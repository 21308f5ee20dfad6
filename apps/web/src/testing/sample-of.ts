import type * as z from 'zod/mini';

/** As far as samples need to know a schema. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, Schema>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly in?: Schema;
}
type Schema = z.ZodMiniType & { readonly _zod: { readonly def: Definition } };

/** The contents of a sample: no rows and no optional parts, or one of each. */
export type Fullness = 'empty' | 'full';

/** Strings and numbers of the shapes that contracts use; the first that a schema takes is its sample. */
const texts = [
  'Reading diplomas',
  '0193c0de-0000-7000-8000-000000000001',
  '2026-11-23T09:00:00Z',
  '2026-11-23',
  'HR',
  'en',
  'Europe/Rome',
  'ana@university.example',
  'https://university.example/course',
  'page=1',
  '1',
];
const numbers = [1, 0, 60, 100];

/** Parts of replies that are any text to their shape, and more to a page. */
const byName: Record<string, unknown> = {
  timeZone: 'Europe/Rome',
  zone: 'Europe/Rome',
  country: 'HR',
  language: 'en',
  startsOn: '2026-11-23',
  blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Reading diplomas' }] }],
  endsOn: '2027-01-22',
};

/** A value that a schema of the contracts takes. Throws where it finds none: then this file lacks a kind of value. */
export function sampleOf(schema: z.ZodMiniType, fullness: Fullness, named: Record<string, unknown> = {}): unknown {
  const sample = drawn(schema as Schema, { fullness, named: { ...byName, ...named } });
  const parsed = schema.safeParse(sample);
  if (!parsed.success) throw new Error(`No sample of ${JSON.stringify(sample)}: ${parsed.error.message}`);
  return sample;
}

interface Wanted {
  readonly fullness: Fullness;
  readonly named: Record<string, unknown>;
}

function drawn(schema: Schema, wanted: Wanted): unknown {
  const { def } = schema._zod;
  const inner = (one: Schema | undefined) => drawn(one as Schema, wanted);
  const isFull = wanted.fullness === 'full';
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([name, part]) => {
          const known = name in wanted.named && accepts(part, wanted.named[name]);
          return [name, known ? wanted.named[name] : inner(part)];
        }),
      );
    case 'array':
      return !isFull && accepts(schema, []) ? [] : [inner(def.element)];
    case 'string':
    case 'template_literal':
      return firstOf(schema, texts);
    case 'number':
    case 'int':
      return firstOf(schema, numbers);
    case 'boolean':
      return isFull;
    case 'enum': {
      const words = Object.values(def.entries ?? {});
      return isFull ? words.at(-1) : words[0];
    }
    case 'literal':
      return def.values?.[0];
    case 'nullable':
      return isFull ? inner(def.innerType) : null;
    case 'optional':
    case 'default':
      return isFull ? inner(def.innerType) : undefined;
    case 'union':
      return inner(isFull ? def.options?.at(-1) : def.options?.[0]);
    case 'record':
      return recordOf(def, inner);
    case 'pipe':
      return inner(def.in);
    case 'unknown':
    case 'any':
      return 'Reading diplomas';
    default:
      throw new Error(`No sample of a ${def.type}`);
  }
}

/** A record over an enum has each of its words; another one has one language, or one key of the form that it asks for. */
function recordOf({ keyType, valueType }: Definition, inner: (one: Schema | undefined) => unknown) {
  const words = keyType?._zod.def.entries;
  const keys = words ? Object.values(words) : [keyType && !accepts(keyType, 'en') ? String(inner(keyType)) : 'en'];
  return Object.fromEntries(keys.map((key) => [key, inner(valueType)]));
}

const accepts = (schema: Schema, value: unknown) => schema.safeParse(value).success;
const firstOf = (schema: Schema, values: readonly unknown[]) => values.find((value) => accepts(schema, value));
