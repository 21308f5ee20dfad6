/**
 * Fetches one address: the library's only way to a network, handed in by whoever uses it. Throws `NotFound` where the
 * address answers that there is nothing, and anything else where it could not be asked.
 */
export type Loader = (url: string) => Promise<Uint8Array<ArrayBuffer>>;

export class NotFound extends Error {}

/** For work without a network. */
export const offline: Loader = () => Promise.reject(new Error('Working offline.'));

const mostBytes = 20_000_000;

/** A loader over `fetch`, for browsers and servers. Nothing of the reader goes along: no cookies, no referrer. */
export const fetchLoader: Loader = async (url) => {
  const reply = await fetch(url, {
    headers: { accept: 'application/vc, application/did+json, application/json;q=0.9, application/pdf;q=0.8' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(15_000),
  });
  if (reply.status === 404 || reply.status === 410) throw new NotFound(url);
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}.`);
  if (Number(reply.headers.get('content-length') ?? 0) > mostBytes) throw new RangeError(`${url} is too long.`);
  const data = new Uint8Array(await reply.arrayBuffer());
  if (data.length > mostBytes) throw new RangeError(`${url} is too long.`);
  return data;
};

/** Reads bytes as UTF-8 JSON. Throws a SyntaxError for everything else. */
export function jsonFrom(data: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw new SyntaxError('Not UTF-8.');
  }
  return JSON.parse(text);
}
