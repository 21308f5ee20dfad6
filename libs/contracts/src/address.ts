import { showsAsItIs, tidyLine } from '@libretto/domain';

/** RFC 5321's lengths, in octets. */
const mostLocal = 64;
const mostDomain = 253;

/** An e-mail address as it is kept: composed, in small letters. */
export const tidyAddress = (text: string): string => tidyLine(text).toLowerCase();

/**
 * Whether a tidied text is an e-mail address that mail can be sent to: any letters of any script before the `@` (RFC 6531),
 * a name of the domain name system behind it, as people write it or in its ASCII form. Quoted local parts and addresses of
 * machines are refused: nobody has them.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && isLocalPart(local) && isDomain(domain);
}

function isLocalPart(local: string): boolean {
  const isDotted = local.split('.').every((part) => part !== '');
  return isDotted && !/[\s"(),:;<>@[\\\]]/.test(local) && showsAsItIs(local) && new TextEncoder().encode(local).length <= mostLocal;
}

function isDomain(domain: string): boolean {
  if (/[\s/?#:@%\\[\]]/.test(domain)) return false;
  const ascii = asciiOf(domain);
  if (ascii === undefined || ascii.length > mostDomain) return false;
  const labels = ascii.split('.');
  return labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const isLabel = (label: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);

/** The domain's form in the domain name system, by the URL standard's own reading of international names. */
function asciiOf(domain: string): string | undefined {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : undefined;
}
