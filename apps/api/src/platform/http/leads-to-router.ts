/**
 * The address of a request as one that the router can read, so that every request goes through the same hooks: what cannot
 * be decoded is read letter by letter, and then leads nowhere.
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
