import { isWebAddress } from '../modules/material';

/** A piece of a typed text: words, the address of a page, or the name of somebody who is mentioned. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'name'; readonly text: string };

/** Signs at the end of an address that belong to the sentence around it. */
const afterAddress = /[.,;:!?'"»”’)\]]+$/u;

/**
 * The pieces of a typed text as it is shown: line breaks stay in its words, addresses that begin with `http` become links,
 * and an `@` before one of these names a mention. Nothing else in it means anything.
 */
export function partsOfText(text: string, names: readonly string[] = []): TextPart[] {
  const mentions = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => `@${name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
  const found = new RegExp([String.raw`https?://[^\s<>]+`, ...mentions].join('|'), 'giu');
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(found)) {
    const part = whole.startsWith('@') ? ({ kind: 'name', text: whole } as const) : linkIn(whole);
    if (!part) continue;
    if (index > from) parts.push({ kind: 'words', text: text.slice(from, index) });
    parts.push(part);
    from = index + part.text.length;
  }
  if (from < text.length) parts.push({ kind: 'words', text: text.slice(from) });
  return parts;
}

function linkIn(whole: string): TextPart | null {
  const address = whole.replace(afterAddress, '');
  return isWebAddress(address) ? { kind: 'link', text: address, href: address } : null;
}
