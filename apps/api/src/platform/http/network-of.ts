import ipaddr from 'ipaddr.js';

/**
 * What counts as one asker: an IPv4 address as it is, of an IPv6 address its first 64 bits, since whoever has one has all
 * that begin so. Who is gone already has none.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'gone';
  const [plain = ''] = address.split('%');
  if (!ipaddr.isValid(plain)) return address;
  const parsed = ipaddr.process(plain);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}
