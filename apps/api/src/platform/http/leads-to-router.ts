/**
 * The address of a request in a form that the router can read, so that every request goes through the same hooks: an
 * address that cannot be decoded is read literally, and then leads nowhere.
 */
export function leadsToRouter(url: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const rooted = /^(\/|https?:\/\/)/i.test(path) ? path : `/${path}`;
  return `${isDecodable(rooted) ? rooted : rooted.replaceAll('%', '%25')}${rest}`;
}

function isDecodable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}
