import { websiteOf } from '@libretto/contracts';

/** Hosts of many people's pages: such an address does not identify an institution. */
const sharedHosts = [
  'academia.edu',
  'blogspot.com',
  'facebook.com',
  'github.com',
  'github.io',
  'google.com',
  'instagram.com',
  'linkedin.com',
  'ror.org',
  'researchgate.net',
  'sites.google.com',
  'twitter.com',
  'wikipedia.org',
  'wixsite.com',
  'wordpress.com',
  'x.com',
  'youtube.com',
];

/**
 * The host of a website in its form for comparison, `unibo.it` of `https://www.Unibo.it/en`; `null` if it is shared.
 */
export function hostOf(website: string | null | undefined): string | null {
  const url = websiteOf(website);
  if (!url) return null;
  const host = new URL(url).hostname.replace(/^www\d?\./, '').replace(/\.$/, '');
  return host.length <= 200 && !sharedHosts.some((shared) => host === shared || host.endsWith(`.${shared}`))
    ? host
    : null;
}
