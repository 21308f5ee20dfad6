// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- projects that import this file must see the types too
/// <reference path="./untyped-packages.d.ts" />
import { showsAsItIs, tidyLine } from '@libretto/domain/first';
import punycode from 'punycode.js';

/** RFC 5321's lengths, in octets. */
const mostLocal = 64;
const mostDomain = 253;

/** The most letters of an address. */
export const longestAddress = 320;

/**
 * An e-mail address in its form for storage and comparison: composed, in small letters, its domain in the one form that
 * people read. The same domain has many spellings: `xn--…` as browsers send it, full-width letters, other full stops.
 */
export function tidyAddress(text: string): string {
  const tidied = tidyLine(text).toLowerCase();
  // It is refused as it is: to read a domain of a megabyte takes seconds.
  if (tidied.length > longestAddress) return tidied;
  const { local, domain } = parts(tidied);
  const readable = readableOf(domain);
  return readable === undefined ? tidied : `${local}@${readable}`;
}

/**
 * Whether a tidied text is an e-mail address that mail can be sent to: any letters of any script before the `@` (RFC
 * 6531), a name of the domain name system behind it. Quoted local parts and addresses of machines are refused, since
 * nobody has them.
 */
export function isAddress(text: string): boolean {
  const { local, domain } = parts(text);
  return isLocalPart(local) && isDomain(domain);
}

function parts(text: string): { local: string; domain: string } {
  const at = text.lastIndexOf('@');
  return { local: text.slice(0, Math.max(at, 0)), domain: text.slice(at + 1) };
}

function isLocalPart(local: string): boolean {
  const isDotted = local.split('.').every((part) => part !== '');
  return (
    isDotted &&
    !/[\s"(),:;<>@[\\\]]/.test(local) &&
    showsAsItIs(local) &&
    new TextEncoder().encode(local).length <= mostLocal
  );
}

function isDomain(domain: string): boolean {
  const ascii = asciiOf(domain);
  if (ascii === undefined || readableOf(domain) !== domain || ascii.length > mostDomain) return false;
  const labels = ascii.split('.');
  return labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const isLabel = (label: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);

/**
 * The domain in its form for the domain name system, by the URL standard's reading of international names. That reading
 * skips invisible characters, so a domain that contains one is refused.
 */
function asciiOf(domain: string): string | undefined {
  if (/[\s/?#:@%\\[\]]/.test(domain) || !showsAsItIs(domain)) return undefined;
  return URL.parse(`http://${domain}`)?.hostname;
}

/** The form of a domain that people read; `undefined` if it does not convert back to the same domain. */
function readableOf(domain: string): string | undefined {
  const ascii = asciiOf(domain);
  const readable = ascii && decoded(ascii);
  return readable && asciiOf(readable) === ascii ? readable : undefined;
}

function decoded(ascii: string): string | undefined {
  try {
    return punycode.toUnicode(ascii);
  } catch {
    // `xn--` followed by letters that are no code.
    return undefined;
  }
}
