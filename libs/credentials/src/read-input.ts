import { isObject, type JsonObject } from './json';
import { jsonFrom, type Loader } from './loader';
import { attachmentsOf, isPdf } from './pdf-attachments';

/** What somebody hands in to be verified: pasted text, a link, a file's bytes, or the data itself. */
export type Input = string | Uint8Array<ArrayBuffer> | JsonObject;

export type Read =
  | { readable: true; credential: JsonObject; from: 'text' | 'link' | 'pdf' | 'file' }
  | { readable: false; code: UnreadableCode };
export type UnreadableCode = 'too-long' | 'not-json' | 'no-attachment' | 'broken-pdf' | 'link-unreachable' | 'too-deep' | 'no-credential';

const mostBytes = 20_000_000;
const mostJsonBytes = 1_000_000;
const mostDepth = 40;

/** Finds the credential in whatever was handed in. Never throws: hostile input is merely unreadable. */
export async function readInput(input: Input, loader: Loader): Promise<Read> {
  try {
    if (typeof input === 'string') return await readText(input, loader);
    if (input instanceof Uint8Array) return await readBytes(input, 'file');
    return credentialIn(JSON.parse(JSON.stringify(input)), 'text');
  } catch {
    return { readable: false, code: 'not-json' };
  }
}

async function readText(text: string, loader: Loader): Promise<Read> {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed)) return readBytes(new TextEncoder().encode(trimmed) as Uint8Array<ArrayBuffer>, 'text');
  let data: Uint8Array<ArrayBuffer>;
  try {
    data = await loader(trimmed);
  } catch {
    return { readable: false, code: 'link-unreachable' };
  }
  return readBytes(data, 'link');
}

async function readBytes(data: Uint8Array<ArrayBuffer>, from: 'text' | 'link' | 'file'): Promise<Read> {
  if (data.length > mostBytes) return { readable: false, code: 'too-long' };
  if (isPdf(data)) return readPdf(data);
  if (data.length > mostJsonBytes) return { readable: false, code: 'too-long' };
  return credentialIn(jsonFrom(data), from);
}

async function readPdf(data: Uint8Array<ArrayBuffer>): Promise<Read> {
  let attachments: readonly Uint8Array[];
  try {
    attachments = await attachmentsOf(data);
  } catch {
    return { readable: false, code: 'broken-pdf' };
  }
  for (const attachment of attachments) {
    if (attachment.length > mostJsonBytes) continue;
    try {
      const read = credentialIn(jsonFrom(attachment), 'pdf');
      if (read.readable) return read;
    } catch {
      // Another kind of attachment: the next one may be the credential.
    }
  }
  return { readable: false, code: 'no-attachment' };
}

function credentialIn(value: unknown, from: 'text' | 'link' | 'pdf' | 'file'): Read {
  if (!isObject(value)) return { readable: false, code: 'no-credential' };
  if (deeperThan(value, mostDepth)) return { readable: false, code: 'too-deep' };
  return '@context' in value && 'credentialSubject' in value
    ? { readable: true, credential: value, from }
    : { readable: false, code: 'no-credential' };
}

function deeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => deeperThan(inner, depth - 1));
}
