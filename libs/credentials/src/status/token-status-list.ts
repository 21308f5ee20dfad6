import { at, isOneOf, isText } from '../award/award-record';
import { deflate, fromBase64Url, inflate, toBase64Url } from '../platform/encoding';
import { signCompact } from '../signing/compact';
import type { Signer } from '../signing/proof';
import { statusListEntries, UnusableList } from './status-list';

const mostBytes = 2_000_000;

/** The statuses of a Token Status List: a number of bits for each, those of the first at the right of its byte. */
export interface TokenStatusList {
  readonly bits: 1 | 2 | 4 | 8;
  readonly bytes: Uint8Array;
}

/** The list in `status_list` of a status list token. */
export async function tokenStatusListOf(statusList: unknown): Promise<TokenStatusList> {
  const [bits, packed] = [at(statusList, 'bits'), at(statusList, 'lst')];
  if (!isOneOf(bits, [1, 2, 4, 8]) || !isText(packed)) throw new UnusableList('list-damaged');
  try {
    return { bits: bits as TokenStatusList['bits'], bytes: await inflate(fromBase64Url(packed), mostBytes) };
  } catch {
    throw new UnusableList('list-damaged');
  }
}

/** What stands at a place of the list; nothing behind its end. */
export function tokenStatusAt({ bits, bytes }: TokenStatusList, index: number): number | undefined {
  const perByte = 8 / bits;
  const byte = bytes[Math.floor(index / perByte)];
  return byte === undefined ? undefined : (byte >> ((index % perByte) * bits)) & (2 ** bits - 1);
}

/** The values of a status that mean the same everywhere; all others are a list's own. */
export const tokenStatuses = { valid: 0, ended: 1, suspended: 2 } as const;

/** Signs the status list token of an issuer, two bits for each index; every index that is not named is valid. */
export async function signTokenStatusList(
  list: {
    readonly id: string;
    readonly issuer: string;
    readonly issuedAt: Date;
    /** For how many seconds a verifier may keep it. */
    readonly ttl: number;
    readonly statuses: ReadonlyMap<number, number>;
  },
  signer: Signer,
): Promise<string> {
  const bytes = new Uint8Array(statusListEntries / 4);
  for (const [index, status] of list.statuses) {
    if (!Number.isInteger(index) || index < 0 || index >= statusListEntries)
      throw new RangeError(`No index ${index} in a list of ${statusListEntries}.`);
    bytes[index >> 2]! |= status << ((index & 3) * 2);
  }
  const payload = {
    iss: list.issuer,
    sub: list.id,
    iat: Math.floor(list.issuedAt.getTime() / 1000),
    ttl: list.ttl,
    status_list: { bits: 2, lst: toBase64Url(await deflate(bytes)) },
  };
  return signCompact(payload, 'statuslist+jwt', signer);
}
