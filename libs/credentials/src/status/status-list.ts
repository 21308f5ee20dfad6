import { at } from '../award/award-record';
import type { StatusPurpose } from '../award/status-purpose';
import { dataModel2 } from '../linked-data/contexts';
import { fromBase64Url, gunzip, gzip, toBase64Url } from '../platform/encoding';
import { hasType, listOf, type JsonObject } from '../platform/json';

/** The smallest list that the specification allows: in fewer entries a single holder could be told apart. */
export const statusListEntries = 131_072;
const mostBytes = 2_000_000;

/** One bit an index, the first at the left of its byte; packed for `encodedList`. */
export async function encodeStatusList(indexes: Iterable<number>, entries = statusListEntries): Promise<string> {
  const bits = new Uint8Array(entries / 8);
  for (const index of indexes) {
    if (!Number.isInteger(index) || index < 0 || index >= entries)
      throw new RangeError(`No index ${index} in a list of ${entries}.`);
    bits[index >> 3]! |= 0x80 >> (index & 7);
  }
  return `u${toBase64Url(await gzip(bits))}`;
}

export async function decodeStatusList(encoded: string): Promise<Uint8Array> {
  if (!encoded.startsWith('u')) throw new RangeError('A status list is multibase u.');
  return gunzip(fromBase64Url(encoded.slice(1)), mostBytes);
}

/** The kinds of signed lists: their types, and how each writes its bits. */
const kinds = [
  { credential: 'BitstringStatusListCredential', list: 'BitstringStatusList', decode: decodeStatusList },
  {
    credential: 'StatusList2021Credential',
    list: 'StatusList2021',
    decode: (encoded: string) => gunzip(fromBase64Url(encoded), mostBytes),
  },
];

export function isSet(bits: Uint8Array, index: number): boolean {
  const byte = bits[index >> 3];
  if (byte === undefined) throw new RangeError(`The list has no index ${index}.`);
  return (byte & (0x80 >> (index & 7))) !== 0;
}

/** The status list as a credential of its own, to be signed like any other. */
export async function buildStatusList(list: {
  id: string;
  issuer: string;
  validFrom: string;
  purpose: StatusPurpose;
  /** The indexes of the credentials that are revoked or superseded; in a list of suspensions, of suspended ones too. */
  marked: Iterable<number>;
}): Promise<JsonObject> {
  return {
    '@context': [dataModel2],
    id: list.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.validFrom,
    credentialSubject: {
      id: `${list.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      encodedList: await encodeStatusList(list.marked),
    },
  };
}

/** A list that cannot be used, with the reason. */
export class UnusableList extends Error {
  constructor(readonly code: 'list-other-purpose' | 'list-damaged' | 'list-too-short') {
    super(code);
  }
}

/** The bits of a status list credential that is kept for this purpose. */
export async function bitsOf(credential: JsonObject, purpose: StatusPurpose): Promise<Uint8Array> {
  const subject = credential['credentialSubject'];
  const encoded = at(subject, 'encodedList');
  const kind = kinds.find((one) => hasType(credential, one.credential) && hasType(subject, one.list));
  if (!kind || typeof encoded !== 'string') throw new UnusableList('list-damaged');
  if (!listOf(at(subject, 'statusPurpose')).includes(purpose)) throw new UnusableList('list-other-purpose');
  let bits: Uint8Array;
  try {
    bits = await kind.decode(encoded);
  } catch {
    throw new UnusableList('list-damaged');
  }
  if (bits.length * 8 < statusListEntries) throw new UnusableList('list-too-short');
  return bits;
}
