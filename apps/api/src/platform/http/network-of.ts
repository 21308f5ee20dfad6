import ipaddr from 'ipaddr.js';

/**
 * The network that counts as one caller: an IPv4 address as it is, of an IPv6 address the first 64 bits, since
 * everybody has all addresses under their prefix. A closed connection has none.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'gone';
  const [plain = ''] = address.split('%');
  if (!ipaddr.isValid(plain)) return address;
  const parsed = ipaddr.process(plain);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}
