import { disclosingTypes, tokenIn, type Token } from '../origin/token';
import type { JsonObject } from '../platform/json';

/** A token that discloses in parts (SD-JWT, RFC 9901), read and not yet verified. */
export interface DisclosingToken {
  /** What the issuer signed. */
  readonly token: Token;
  /** What its holder shows of it, as it was handed in. */
  readonly disclosures: readonly string[];
  /** The holder's proof that the credential is theirs, where one comes along. */
  readonly binding?: Token;
  /** All before that proof, which names its hash. */
  readonly presented: string;
}

/** The disclosing token in a text; nothing if it is none. Throws a SyntaxError where its signed parts are no JSON. */
export function disclosingTokenIn(text: string): DisclosingToken | undefined {
  const trimmed = text.trim();
  if (!/^ey[\w-]+\.[\w-]+\.[\w-]*~/.test(trimmed)) return undefined;
  const [signed = '', ...others] = trimmed.split('~');
  const last = others.pop() ?? '';
  const token = tokenIn(signed);
  const binding = last === '' ? undefined : tokenIn(last);
  if (!token || (last !== '' && !binding)) throw new SyntaxError('Not a token that discloses in parts.');
  const presented = trimmed.slice(0, trimmed.length - last.length);
  return { token, disclosures: others, presented, ...(binding && { binding }) };
}

/** A token that says of itself that it discloses in parts, without the mark behind it that all of them have. */
export const lacksItsMark = ({ header, payload }: Pick<Token, 'header' | 'payload'>): boolean =>
  disclosingTypes.includes(header['typ']) || '_sd' in payload || '_sd_alg' in payload;

/** Hash functions by their names in the IANA registry of named information. */
const hashes: Readonly<Record<string, string>> = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' };

/** WebCrypto's name of the hash that a token names by `_sd_alg`; nothing for one that is not checked here. */
export const hashOf = ({ _sd_alg: name = 'sha-256' }: JsonObject): string | undefined =>
  typeof name === 'string' && Object.hasOwn(hashes, name) ? hashes[name] : undefined;
