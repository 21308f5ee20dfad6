/** Data as it comes out of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value or several of a property, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Whether the node has this type, perhaps among others. */
export const hasType = (node: unknown, type: string): boolean => isObject(node) && listOf(node['type']).includes(type);

/** A text in which an object has one key twice: readers disagree about its meaning. */
export class RepeatedKey extends SyntaxError {}

/** Reads bytes as UTF-8 JSON. Throws a SyntaxError for everything else. */
export function jsonFrom(data: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw new SyntaxError('Not UTF-8.');
  }
  const value: unknown = JSON.parse(text);
  refuseRepeatedKeys(text);
  return value;
}

/** JSON.parse takes the last of two equal keys and other readers the first. The text is known to be JSON here. */
function refuseRepeatedKeys(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, word, colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (word && colon) {
      const key = JSON.parse(word) as string;
      const keys = open.at(-1)!;
      if (keys.has(key)) throw new RepeatedKey(key);
      keys.add(key);
    }
  }
}

/** The one text of a JSON value (RFC 8785): keys sorted, no spaces. Equal data have equal texts. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
