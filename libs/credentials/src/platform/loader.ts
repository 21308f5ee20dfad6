import { collected } from './encoding';
import { jsonFrom } from './json';

/**
 * Fetches one address, up to so many bytes: the library's only way to a network, handed in by its caller. Throws
 * `NotFound` if the address answers that nothing is there, and any other error if it could not be reached.
 */
export type Loader = (url: string, mostBytes?: number) => Promise<Uint8Array<ArrayBuffer>>;

export class NotFound extends Error {}
/** The address leads into a private network, to which nobody outside of it may send a verifier. */
export class PrivateAddress extends Error {}

/** For work without a network. */
export const offline: Loader = () => Promise.reject(new Error('Working offline.'));

/** The largest file that is fetched: a certificate. */
export const mostFileBytes = 20_000_000;
/** The largest data that is read: a credential, an issuer's keys, a status list. */
export const mostJsonBytes = 2_000_000;
export const timeoutMs = 15_000;
/** At most 128 characters: with more a browser would ask each server first whether it may ask. */
export const accept =
  'application/vc, application/did+json, application/statuslist+jwt, application/json;q=0.9, */*;q=0.8';

/** A loader over `fetch`, for browsers. Nothing of the reader goes along: no cookies, no referrer. */
export const fetchLoader: Loader = async (url, mostBytes = mostFileBytes) => {
  const reply = await fetch(url, {
    headers: { accept },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (reply.status === 404 || reply.status === 410) throw new NotFound(url);
  if (!reply.ok || !reply.body) throw new Error(`${url} answered ${reply.status}.`);
  return collected(reply.body, mostBytes);
};

/** The data at an address. */
export const jsonAt = async (url: string, loader: Loader): Promise<unknown> =>
  jsonFrom(await loader(url, mostJsonBytes));
