import { derOf } from '../keys/certificates';
import { concat } from '../platform/encoding';

/** What was stamped: its hash, by WebCrypto's name. */
interface Imprint {
  readonly hash: string;
  readonly digest: Uint8Array<ArrayBuffer>;
}

const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** What each time stamp (RFC 3161) is over; nothing for one that cannot be read. */
export async function imprintsIn(tokens: readonly unknown[]): Promise<(Imprint | undefined)[]> {
  if (tokens.length === 0) return [];
  const { ContentInfo, SignedData, TSTInfo } = await import('pkijs');
  return tokens.map((token) => {
    const der = derOf(token);
    try {
      const { eContent } = new SignedData({ schema: ContentInfo.fromBER(der!).content }).encapContentInfo;
      const { messageImprint } = TSTInfo.fromBER(eContent!.getValue());
      const hash = hashes[messageImprint.hashAlgorithm.algorithmId];
      return hash && { hash, digest: concat(messageImprint.hashedMessage.valueBlock.valueHexView) };
    } catch {
      return undefined;
    }
  }) as (Imprint | undefined)[];
}
