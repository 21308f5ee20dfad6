import { canonicalQuads, compact, expand, TooIntricate, toQuads, type Expanded } from './canonical';
import { jsonTerms } from './contexts';
import { canonicalJson, isObject, listOf, type Json, type JsonObject } from '../platform/json';

/** A document in its signed form, and the text of its statements, which a key signs. */
export interface SignedForm {
  readonly document: JsonObject;
  readonly canonical: string;
}

/**
 * A signature covers statements, and the same statements can be written in many ways: a key as its full address, parts
 * moved into `@nest` or `@included`, one thing described in two places. Software that reads by keys would miss a
 * statement written in another way, and so a revoked credential would look valid. So a document is read in one form
 * only: its statements compacted with its own contexts. Nothing is returned for a document in any other form.
 */
export async function signedForm(document: JsonObject): Promise<SignedForm | undefined> {
  try {
    const expanded = await expand(document);
    const [root, another] = expanded.map((node) => stated(node) as Expanded);
    if (!root || another || !usesTermsOnly(document) || !isSaidOnce(root) || !isToldWhereItIsRead(root))
      return undefined;
    const compacted = await compact([root], document['@context'] ?? null);
    if (comparable(document) !== comparable(compacted)) return undefined;
    return { document: compacted, canonical: await canonicalQuads(await toQuads(expanded)) };
  } catch (error) {
    if (error instanceof TooIntricate) throw error;
    // Safe processing refuses terms without a meaning: they would be shown, but were not signed.
    return undefined;
  }
}

const valueKeywords = new Set(['@value', '@language', '@direction']);

/** Whether every key is a term of the contexts. Below a JSON term is data, whose keys mean nothing here. */
function usesTermsOnly(node: JsonObject, isRoot = true): boolean {
  return Object.entries(node).every(([key, value]) => {
    if (key === '@context') return isRoot;
    if (key.includes(':') || (key.startsWith('@') && !valueKeywords.has(key))) return false;
    return jsonTerms.has(key) || listOf(value).every((item) => !isObject(item) || usesTermsOnly(item, false));
  });
}

/**
 * The statements of an expanded document: an empty list states nothing, and a number is the same statement as its
 * digits if the term is numeric. Of several texts that make one statement only one is read.
 */
function stated(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => stated(item as Json));
  if (!isObject(value)) return typeof value === 'string' ? value.toWellFormed() : value;
  if ('@value' in value)
    return value['@type'] === '@json'
      ? value
      : { ...value, '@value': literal(value['@value']!, String(value['@type'])) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== '@list' && isEmpty(inner!) ? [] : [[key, stated(inner!)]],
    ),
  );
}

const numbersAndBooleans = /#(boolean|float|double|decimal|\w*integer)$/i;

function literal(value: Json, type: string): Json {
  // Statements hold sixteen digits of a number.
  if (typeof value === 'number') return Number(value.toExponential(15));
  if (typeof value !== 'string') return value;
  const native = value === 'true' || value === 'false' ? value === 'true' : Number(value);
  return numbersAndBooleans.test(type) && String(native) === value ? native : value.toWellFormed();
}

/**
 * Whether each statement occurs once. If a list has one statement twice, software that reads by keys sees two: an entry
 * with two indexes, say, instead of the one that was revoked. Blank nodes are things of their own even where they are
 * equal, and so are the items of `@list`; a blank node label in the text could join any of them.
 */
function isSaidOnce(value: Json): boolean {
  if (typeof value === 'string') return !value.startsWith('_:');
  if (Array.isArray(value)) {
    const names = value.flatMap((item) =>
      isObject(item) && !('@value' in item) ? listOf(item['@id']) : [canonicalJson(item as Json)],
    );
    return new Set(names).size === names.length && value.every((item) => isSaidOnce(item as Json));
  }
  if (!isObject(value) || '@value' in value) return true;
  return Object.entries(value).every(([key, inner]) =>
    key === '@list' ? listOf(inner).every((item) => isSaidOnce(item as Json)) : isSaidOnce(inner!),
  );
}

const isEmpty = (value: Json): boolean => Array.isArray(value) && value.length === 0;

/**
 * One value or a list of it, `{ "id": … }` or the id alone, a number or its digits, an empty list or none, and names of one
 * type are the same statement.
 */
const comparable = (document: JsonObject): string => canonicalJson(plain(document));

function plain(value: Json): Json {
  if (Array.isArray(value))
    return value.length === 1 ? plain(value[0] as Json) : value.map((item) => plain(item as Json));
  if (!isObject(value)) return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  const { id, ...rest } = value;
  if (typeof id === 'string' && Object.keys(rest).length === 0) return id;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      isEmpty(inner!) ? [] : [[key, key === 'type' ? typeNames(inner!) : plain(inner!)]],
    ),
  );
}

const typeNames = (types: Json): Json =>
  plain(listOf(types).map((type) => (typeof type === 'string' && !type.includes(':') ? 'term' : (type as Json))));

/** The credential, its parts and their parts: nothing below them is read. */
const readDepth = 2;

/** Whether each object that is read has, in that place, all statements that the document makes about it. */
function isToldWhereItIsRead(root: Expanded): boolean {
  const said = new Map<string, Set<string>>();
  const read: { id: string; here: number }[] = [];
  const visit = (node: Expanded, depth: number): void => {
    const here = statementsOf(node);
    const id = node['@id'];
    if (typeof id === 'string') {
      const all = said.get(id) ?? new Set();
      here.forEach((statement) => all.add(statement));
      said.set(id, all);
      // An issuer may be named by its address alone. Other parts may not; the format check sees to that.
      if (depth <= readDepth && !(depth === 1 && here.size === 0)) read.push({ id, here: here.size });
    }
    partsOf(node).forEach((part) => visit(part, depth + 1));
  };
  visit(root, 0);
  return read.every(({ id, here }) => said.get(id)?.size === here);
}

const propertiesOf = (node: Expanded) =>
  Object.entries(node).filter(([key]) => !key.startsWith('@') || key === '@type');

const statementsOf = (node: Expanded): Set<string> =>
  new Set(
    propertiesOf(node).flatMap(([key, values]) => listOf(values).map((value) => `${key} ${nameOf(value as Json)}`)),
  );

const nameOf = (value: Json): string =>
  isObject(value) && typeof value['@id'] === 'string' ? value['@id'] : canonicalJson(value);

/** The objects below a node. A signature inside of it is in a graph of its own. */
const partsOf = (node: Expanded): Expanded[] =>
  propertiesOf(node).flatMap(([, values]) =>
    listOf(values)
      .flatMap((value) => (isObject(value) ? listOf(value['@list'] ?? value) : []))
      .filter(isNode),
  );

const isNode = (value: unknown): value is Expanded => isObject(value) && !('@value' in value) && !('@graph' in value);
