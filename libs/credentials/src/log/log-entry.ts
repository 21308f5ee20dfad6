import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '../platform/encoding';
import { canonicalJson, isObject, type JsonObject } from '../platform/json';
import type { Hash } from './tree';

export const logKinds = ['issued', 'superseded', 'revoked'] as const;

/**
 * What stands behind an entry of the log. Only its hash is published, and the salt keeps anybody from trying names and
 * dates until one fits.
 */
export interface LogFact {
  readonly kind: (typeof logKinds)[number];
  /** `digestOf` the credential. */
  readonly credential: string;
  /** An instant. */
  readonly at: string;
  /** 32 random bytes, in base 64 for addresses. */
  readonly salt: string;
}

/** The SHA-256 of a signed credential in its one text (RFC 8785): with its signature, whatever its spaces and the order of its keys. */
export const digestOf = (credential: JsonObject): string => toHex(sha256(utf8(canonicalJson(credential))));

/** The entry of a fact, as the log publishes it. */
export const entryOf = ({ kind, credential, at, salt }: LogFact): Hash =>
  sha256(utf8(canonicalJson({ at, credential, kind, salt }))) as Hash;

export const isLogFact = (value: unknown): value is LogFact =>
  isObject(value) &&
  logKinds.some((kind) => kind === value['kind']) &&
  /^[0-9a-f]{64}$/.test(String(value['credential'])) &&
  typeof value['at'] === 'string' &&
  !Number.isNaN(Date.parse(value['at'])) &&
  /^[\w-]{43}$/.test(String(value['salt']));
