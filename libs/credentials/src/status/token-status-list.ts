import { at, isOneOf, isText } from '../award/award-record';
import { fromBase64Url, inflate } from '../platform/encoding';
import { UnusableList } from './status-list';

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
