import { isWebAddress } from '@libretto/domain/first';

/** A typed website, `www.unibo.it`, as an address; `null` if it is none. */
export function websiteOf(written: string | null | undefined): string | null {
  const text = written?.trim() ?? '';
  const address = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = isWebAddress(address) ? URL.parse(address) : null;
  return url && /^[^.].*\.[^.]/.test(url.hostname) && url.href.length <= 500 ? url.href : null;
}
