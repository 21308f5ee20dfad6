import { bakedIn, isImage } from './baked-image';
import { isHostedBadge } from '../hosted/hosted-badge';
import { utf8 } from '../platform/encoding';
import { hasType, isObject, jsonFrom, RepeatedKey, type JsonObject } from '../platform/json';
import { mostFileBytes, mostJsonBytes, type Loader } from '../platform/loader';
import { isPdf, type PdfReader } from './pdf-attachments';
import { isReceipt, receiptFragment } from '../receipt/receipt';
import { envelopedToken, type Token, tokenIn } from '../origin/token';
import { type DisclosingToken, disclosingTokenIn, lacksItsMark } from '../disclosing/disclosing-token';
import { type SealedDocument, sealedIn } from '../sealed/sealed-document';
import type { Source } from '../findings/verification';

/** Input to be verified: pasted text, a link, a file's bytes, or the data itself. */
export type Input = string | Uint8Array<ArrayBuffer> | JsonObject;

/** A credential as its issuer signed it: a document with a proof in it, a token, one that discloses in parts, one in a seal, or one that only its host confirms. */
export type Signed = OneOf<{
  readonly document: JsonObject;
  readonly token: Token;
  readonly disclosing: DisclosingToken;
  readonly sealed: SealedDocument;
  /** Not signed: its host serves it. */
  readonly hosted: JsonObject;
}>;
type OneOf<Parts> = {
  [Part in keyof Parts]: Pick<Parts, Part> & { readonly [Other in Exclude<keyof Parts, Part>]?: undefined };
}[keyof Parts];

export type Read = { readable: true; signed: Signed; source: Source } | { readable: false; code: UnreadableCode };
export type UnreadableCode =
  | 'too-long'
  | 'not-json'
  | 'repeated-key'
  | 'no-attachment'
  | 'several-credentials'
  | 'broken-pdf'
  | 'nothing-baked'
  | 'broken-image'
  | 'link-unreachable'
  | 'no-credential'
  | 'presentation'
  | 'other-format'
  /** It ends before the mark behind which a token that discloses in parts has its parts. */
  | 'no-mark';

const unreadable = (code: UnreadableCode): Read => ({ readable: false, code });

/** Finds the credential in any input. Never throws: hostile input is merely unreadable. */
export async function readInput(input: Input, loader: Loader, pdfReader: PdfReader): Promise<Read> {
  try {
    if (typeof input === 'string') return await readText(input, loader, pdfReader);
    if (input instanceof Uint8Array) return await readBytes(input, 'file', { loader, pdfReader });
    return credentialIn(JSON.parse(JSON.stringify(input)), 'text');
  } catch (error) {
    // The nesting is deeper than the stack.
    if (error instanceof RangeError) return unreadable('too-long');
    return unreadable(error instanceof RepeatedKey ? 'repeated-key' : 'not-json');
  }
}

async function readText(text: string, loader: Loader, pdfReader: PdfReader): Promise<Read> {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed))
    return readBytes(new TextEncoder().encode(trimmed) as Uint8Array<ArrayBuffer>, 'text', { loader, pdfReader });
  // What comes with a link and is read here is never asked of its server.
  const receipt = trimmed.split(`#${receiptFragment}`)[1];
  if (receipt !== undefined)
    return receipt.length > mostJsonBytes ? unreadable('too-long') : readSigned(utf8(receipt), 'link');
  let data: Uint8Array<ArrayBuffer>;
  try {
    data = await loader(trimmed);
  } catch {
    return unreadable('link-unreachable');
  }
  return readBytes(data, 'link', { loader, pdfReader });
}

interface Reading {
  readonly loader: Loader;
  readonly pdfReader: PdfReader;
}

async function readBytes(data: Uint8Array<ArrayBuffer>, source: Source, { loader, pdfReader }: Reading): Promise<Read> {
  if (data.length > mostFileBytes) return unreadable('too-long');
  if (isPdf(data)) return readPdf(data, pdfReader);
  if (isImage(data)) return readImage(data, loader);
  return data.length > mostJsonBytes ? unreadable('too-long') : readSigned(data, source);
}

function readSigned(data: Uint8Array<ArrayBuffer>, source: Source): Read {
  const text = new TextDecoder('latin1').decode(data);
  const disclosing = disclosingTokenIn(text);
  if (disclosing) return { readable: true, signed: { disclosing }, source };
  const token = tokenIn(text);
  return token ? readToken(token, source) : credentialIn(jsonFrom(data), source);
}

/** One that discloses in parts is not read as a whole: its holder could leave out what decides. */
const readToken = (token: Token, source: Source): Read =>
  lacksItsMark(token) ? unreadable('no-mark') : { readable: true, signed: { token }, source };

async function readImage(data: Uint8Array<ArrayBuffer>, loader: Loader): Promise<Read> {
  const { texts, older } = await bakedIn(data).catch(() => ({ texts: undefined, older: [] }));
  if (!texts) return unreadable('broken-image');
  const [text, another] = texts.length > 0 ? texts : older;
  if (another !== undefined) return unreadable('several-credentials');
  if (text === undefined) return unreadable('nothing-baked');
  if (texts.length === 0) return readOlder(text.trim(), loader);
  return text.length > mostJsonBytes ? unreadable('too-long') : readSigned(utf8(text), 'image');
}

/** What Open Badges 2.0 bake in: the badge, or the address at which its host serves it. A signed one is not read. */
async function readOlder(text: string, loader: Loader): Promise<Read> {
  if (!/^https?:\/\/\S+$/i.test(text))
    return text.startsWith('{') && text.length <= mostJsonBytes
      ? readSigned(utf8(text), 'image')
      : unreadable('other-format');
  try {
    return readSigned(await loader(text, mostJsonBytes), 'image');
  } catch {
    return unreadable('link-unreachable');
  }
}

async function readPdf(data: Uint8Array<ArrayBuffer>, pdfReader: PdfReader): Promise<Read> {
  let attachments: readonly Uint8Array[];
  try {
    attachments = await pdfReader(data);
  } catch {
    return unreadable('broken-pdf');
  }
  const found = attachments.flatMap((attachment) => {
    try {
      if (attachment.length > mostJsonBytes) return [];
      const receipt = tokenIn(new TextDecoder('latin1').decode(attachment));
      const read: Read =
        receipt && isReceipt(receipt)
          ? { readable: true, signed: { token: receipt }, source: 'pdf' }
          : credentialIn(jsonFrom(attachment), 'pdf');
      return !read.readable && read.code === 'no-credential' ? [] : [read];
    } catch (error) {
      // Another kind of attachment: the next one may be the credential.
      return error instanceof RepeatedKey ? [unreadable('repeated-key')] : [];
    }
  });
  return found.length > 1 ? unreadable('several-credentials') : (found[0] ?? unreadable('no-attachment'));
}

function credentialIn(value: unknown, source: Source): Read {
  if (Array.isArray(value) && value.some((item) => isObject(item) && '@context' in item))
    return unreadable('several-credentials');
  if (!isObject(value)) return unreadable('no-credential');
  if ('@context' in value && 'credentialSubject' in value)
    return { readable: true, signed: { document: value }, source };
  if (hasType(value, 'EnvelopedVerifiableCredential')) {
    const token = envelopedToken(value);
    return token ? readToken(token, source) : unreadable('other-format');
  }
  if ('verifiableCredential' in value) return unreadable('presentation');
  const sealed = sealedIn(value);
  if (sealed) return { readable: true, signed: { sealed }, source };
  if (isHostedBadge(value)) return { readable: true, signed: { hosted: value }, source };
  return isOtherFormat(value) ? unreadable('other-format') : unreadable('no-credential');
}

/** Credentials of other kinds: other things in a seal (JSON serialisation of JWS), or older Open Badges. */
const isOtherFormat = (value: JsonObject): boolean =>
  'signatures' in value || ('payload' in value && 'signature' in value) || value['type'] === 'Assertion';
