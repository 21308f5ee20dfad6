import publicProviders from 'free-email-domains';

/** Providers that the package does not know. */
const others = ['hey.com', 'inet.hr', 'mailbox.org', 'net.hr', 'tutanota.com', 'vip.hr'];
const open: ReadonlySet<string> = new Set([...publicProviders, ...others]);

/**
 * The organisation's domain in an e-mail address, in lower case; `null` for a provider at which anybody may have an
 * address.
 */
export function mailDomainOf(email: string): string | null {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  return domain === '' || open.has(domain) ? null : domain;
}
