import { fromBase64Url, toBase64Url } from '../platform/encoding';

/** Base 64 with padding (RFC 4648, section 4), as signed notes and proofs write it. */
export function toBase64(data: Uint8Array): string {
  const text = toBase64Url(data).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Each text that is read has one form only: nothing for any other. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    const data = fromBase64Url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
    return toBase64(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}
