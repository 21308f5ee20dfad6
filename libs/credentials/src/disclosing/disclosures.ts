import { fromBase64Url, digest, toBase64Url, utf8 } from '../platform/encoding';
import { isObject, jsonFrom, type Json, type JsonObject, RepeatedKey } from '../platform/json';
import { isTooLarge } from '../linked-data/limits';
import { hashOf } from './disclosing-token';

/** What the issuer signed with everything that its holder shows put in place; or why it cannot be read. */
export type Disclosed =
  | { readonly claims: JsonObject; readonly shown: number; readonly withheld: number }
  | { readonly code: DisclosureFault; readonly claim?: string };

type DisclosureFault =
  | 'other-hash'
  | 'too-many'
  | 'not-read'
  | 'listed-twice'
  | 'handed-in-twice'
  | 'same-claim'
  | 'not-selectable'
  | 'not-signed';

const mostDisclosures = 500;

/** What decides whether a credential holds may not be left out by its holder, or be added by anybody. */
const neverSelectable = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg']);

class Faulty extends Error {
  constructor(
    readonly code: DisclosureFault,
    readonly claim?: string,
  ) {
    super(code);
  }
}

interface Disclosure {
  /** Absent for an element of a list. */
  readonly name?: string;
  readonly value: Json;
  isUsed: boolean;
}

/**
 * Puts what is disclosed in its place, as RFC 9901 (section 7.1) has it and no laxer: each digest stands once, each
 * disclosure belongs to one of them, and none replaces what is there.
 */
export async function disclosed(payload: JsonObject, disclosures: readonly string[]): Promise<Disclosed> {
  const { _sd_alg: _, ...rest } = payload;
  const hash = hashOf(payload);
  if (!hash) return { code: 'other-hash' };
  if (disclosures.length > mostDisclosures) return { code: 'too-many' };
  try {
    const found = new Map<string, Disclosure>();
    for (const text of disclosures) {
      const key = toBase64Url(await digest(hash, utf8(text)));
      if (found.has(key)) throw new Faulty('handed-in-twice');
      found.set(key, read(text));
    }
    const reading = new Reading(found);
    const claims = reading.object(rest, true);
    if ([...found.values()].some(({ isUsed }) => !isUsed)) throw new Faulty('not-signed');
    // Each part is small enough, but they may lie in each other.
    if (isTooLarge(claims)) throw new Faulty('too-many');
    return { claims, shown: found.size, withheld: reading.withheld };
  } catch (error) {
    if (error instanceof Faulty) return { code: error.code, ...(error.claim !== undefined && { claim: error.claim }) };
    // Parts within parts go deeper than the stack.
    if (error instanceof RangeError) return { code: 'too-many' };
    throw error;
  }
}

/** `[salt, name, value]` for a claim, `[salt, value]` for an element of a list. */
function read(text: string): Disclosure {
  const parts = partsOf(text);
  const [salt, second, third] = parts;
  if (typeof salt !== 'string' || parts.length < 2 || parts.length > 3) throw new Faulty('not-read');
  const value = (parts.length === 3 ? third : second) as Json;
  if (isTooLarge({ value })) throw new Faulty('too-many');
  if (parts.length === 2) return { value, isUsed: false };
  if (typeof second !== 'string' || second === '_sd' || second === '...') throw new Faulty('not-read');
  return { name: second, value, isUsed: false };
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts = jsonFrom(fromBase64Url(text));
    if (Array.isArray(parts)) return parts;
  } catch (error) {
    // An element with a key twice can be read in two ways.
    if (error instanceof RepeatedKey) throw new Faulty('same-claim', error.message);
  }
  throw new Faulty('not-read');
}

class Reading {
  private readonly seen = new Set<string>();
  withheld = 0;

  constructor(private readonly found: ReadonlyMap<string, Disclosure>) {}

  object({ _sd: digests, ...signed }: JsonObject, isRoot = false): JsonObject {
    if (digests !== undefined && !Array.isArray(digests)) throw new Faulty('not-read');
    const claims = new Map<string, Json>();
    for (const [name, value] of Object.entries(signed)) {
      if (name === '...' || (!isRoot && name === '_sd_alg')) throw new Faulty('not-read');
      claims.set(name, this.value(value!));
    }
    for (const key of (digests as readonly unknown[] | undefined) ?? []) {
      const disclosure = this.take(key);
      if (!disclosure) continue;
      const { name } = disclosure;
      // An element of a list may not stand here.
      if (name === undefined) throw new Faulty('not-read');
      if (isRoot && neverSelectable.has(name)) throw new Faulty('not-selectable', name);
      if (claims.has(name)) throw new Faulty('same-claim', name);
      claims.set(name, this.value(disclosure.value));
    }
    return Object.fromEntries(claims);
  }

  private value(value: Json): Json {
    if (Array.isArray(value)) return value.flatMap((item: Json) => this.item(item));
    return isObject(value) ? this.object(value) : value;
  }

  private item(item: Json): Json[] {
    if (!isObject(item) || !('...' in item)) return [this.value(item)];
    if (Object.keys(item).length > 1) throw new Faulty('not-read');
    const disclosure = this.take(item['...']);
    if (!disclosure) return [];
    if (disclosure.name !== undefined) throw new Faulty('not-read');
    return [this.value(disclosure.value)];
  }

  /** What is disclosed for a digest; nothing for one that is withheld, or a decoy. */
  private take(key: unknown): Disclosure | undefined {
    if (typeof key !== 'string') throw new Faulty('not-read');
    if (this.seen.has(key)) throw new Faulty('listed-twice');
    this.seen.add(key);
    const disclosure = this.found.get(key);
    if (disclosure) disclosure.isUsed = true;
    else this.withheld++;
    return disclosure;
  }
}
