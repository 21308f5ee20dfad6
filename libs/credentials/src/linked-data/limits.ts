import { jsonTerms } from './contexts';
import { isObject, type Json, type JsonObject } from '../platform/json';

/**
 * The most that is read. Values and items are those of JSON; nodes are the objects that make statements, by far the
 * most expensive.
 */
interface Limits {
  readonly depth: number;
  readonly values: number;
  readonly items: number;
  readonly nodes: number;
}

/**
 * Anybody can hand in a credential, signed or not, and the effort grows faster than its size: a few thousand equal
 * parts would keep a reader's browser busy for minutes. A programme with 500 learning outcomes stays within these.
 */
const ofCredential: Limits = { depth: 40, values: 8000, items: 1000, nodes: 600 };

/** Of a text that is signed as it stands: nothing is expanded, so that objects cost as little as values. */
export const ofText: Limits = { ...ofCredential, values: 40_000, nodes: 40_000 };

/** Several lists may be read for one credential, each for one purpose. */
export const ofStatusList: Limits = { ...ofCredential, nodes: 60 };

/** Parts that are costly item by item, because each is looked up or fetched. */
const mostItemsOf = new Map([
  ['@context', 10],
  ['proof', 5],
  ['credentialStatus', 5],
  ['relatedResource', 10],
]);

/** Checked on the original document, before anything else is done with it. */
export function isTooLarge(document: JsonObject, most: Limits = ofCredential): boolean {
  let values = 0;
  let nodes = 0;
  const exceeds = (value: Json, depth: number, isData: boolean): boolean => {
    if (++values > most.values || depth > most.depth) return true;
    if (Array.isArray(value))
      return value.length > most.items || value.some((item) => exceeds(item as Json, depth + 1, isData));
    if (!isObject(value)) return false;
    if (!isData && ++nodes > most.nodes) return true;
    return Object.entries(value).some(
      ([key, inner]) =>
        exceeds(inner!, depth + 1, isData || jsonTerms.has(key)) ||
        itemsIn(inner!) > (mostItemsOf.get(key) ?? most.items),
    );
  };
  return exceeds(document, 0, false);
}

/** Lists in lists are one list. */
const itemsIn = (value: Json): number =>
  Array.isArray(value) ? value.reduce<number>((sum, item) => sum + itemsIn(item as Json), 0) : 1;
