import publicProviders from 'free-email-domains';

/** Providers that the package does not know. */
const others = ['hey.com', 'inet.hr', 'mailbox.org', 'net.hr', 'tutanota.com', 'vip.hr'];
const open: ReadonlySet<string> = new Set([...publicProviders, ...others]);

/** The house behind an address, in small letters; `null` where it is a provider at which anybody may have an address. */
export function mailDomainOf(email: string): string | null {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  return domain === '' || open.has(domain) ? null : domain;
}
