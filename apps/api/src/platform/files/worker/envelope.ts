import { ContentInfo, id_ContentType_EnvelopedData, id_ContentType_SignedData, SignedData } from 'pkijs';

/** The contents of a signed envelope (CMS, `.p7m`): its document, or that it has none to read. */
export type Opened = { readonly content: Uint8Array } | 'sealed' | 'signature-only' | 'cut-off';

/** The object identifier at the start of a signed envelope. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** Opens a signed envelope, in DER, BER, PEM or bare base64. The signature is not judged. `null`: it is no envelope. */
export function openEnvelope(bytes: Buffer): Opened | null {
  const der = derOf(bytes);
  if (!der) return null;
  try {
    const envelope = ContentInfo.fromBER(new Uint8Array(der));
    if (envelope.contentType === id_ContentType_EnvelopedData) return 'sealed';
    if (envelope.contentType !== id_ContentType_SignedData) return null;
    const { eContent } = new SignedData({ schema: envelope.content }).encapContentInfo;
    return eContent ? { content: new Uint8Array(eContent.getValue()) } : 'signature-only';
  } catch {
    return der.subarray(0, 32).includes(signedData) ? 'cut-off' : null;
  }
}

function derOf(bytes: Buffer): Buffer | null {
  // A sequence; the object identifier of an algorithm or a content follows within a few bytes.
  if (bytes[0] === 0x30 && bytes.subarray(0, 20).includes(0x06)) return bytes;
  const [head] = bytes.subarray(0, 64).toString('latin1').trimStart().split('\n');
  if (!head?.startsWith('-----BEGIN ') && !head?.startsWith('MI')) return null;
  const text = bytes
    .toString('latin1')
    .replace(/-----(BEGIN|END) [A-Z0-9 ]+-----/g, '')
    .replace(/\s/g, '');
  return /^MI[A-Za-z0-9+/]+=*$/.test(text) ? Buffer.from(text, 'base64') : null;
}
