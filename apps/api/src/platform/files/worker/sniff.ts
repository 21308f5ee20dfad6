/** Recognises a file by its first bytes, if its format has no signature: texts and formats written as text. */

/** The text of a file in UTF-8 or UTF-16, or in the Windows letters of Western Europe if it can be nothing else. */
export function decodedText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252');
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u009f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The place of `%PDF-`: readers look for it in the first kilobyte. `-1`: nowhere. */
export const headerOfPdf = (bytes: Buffer): number => bytes.subarray(0, 1024 + 5).indexOf('%PDF-');

export type Written = 'web-page' | 'drawing' | 'mail' | 'text';

/** The format of a text. */
export function whatIsWritten(text: string): Written {
  const start = text.slice(0, 20_000).trimStart();
  const head = start.replace(/^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '').toLowerCase();
  if (/^<(!doctype svg|svg)\b/.test(head)) return 'drawing';
  if (/^<(!doctype html|html|head|body|script|meta|title|table|div|p|style)\b/.test(head)) return 'web-page';
  if (/^<[a-z!?]/.test(head) && /<(html|body|script|head)[\s>]/.test(head)) return 'web-page';
  const isMail =
    /^(from|return-path|received|mime-version|message-id|delivered-to|subject|date|to|x-[\w-]+): /i.test(start) &&
    /^mime-version: /im.test(start);
  if (isMail)
    return /^(snapshot-content-location:|from: <?saved by)/im.test(start) ||
      /^content-type: multipart\/related/im.test(start)
      ? 'web-page'
      : 'mail';
  return 'text';
}

/** Names under which a text is opened as a text, and not run as a program. */
const namesOfTexts = /(^[^.]*|\.(txt|text|md|csv|tsv|tex|log))$/i;
export const isNamedAsText = (name: string): boolean => namesOfTexts.test(name);
