import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import ipaddr from 'ipaddr.js';
import { collected } from '../platform/encoding';
import { accept, mostFileBytes, NotFound, PrivateAddress, timeoutMs, type Loader } from '../platform/loader';

const mostRedirects = 5;

/**
 * A loader for machines inside a private network. A credential comes from anybody and names addresses: none of them may
 * lead the verifier to a machine that only it can reach, be it by name, by redirect or by a name that changes its
 * address between two lookups. So each connection goes to the very address that was checked.
 */
export function nodeLoader({ allowPrivate }: { allowPrivate: boolean }): Loader {
  return async (url, mostBytes = mostFileBytes) => {
    const signal = AbortSignal.timeout(timeoutMs);
    let address = new URL(url);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const reply = await ask(address, signal, allowPrivate);
      const next = redirection(reply, address);
      if (!next) return await bodyOf(reply, url, mostBytes);
      reply.destroy();
      if (address.protocol === 'https:' && next.protocol !== 'https:') throw new Error(`${url} leads away from https.`);
      address = next;
    }
    throw new Error(`${url} leads on and on.`);
  };
}

function redirection({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) && headers.location
    ? new URL(headers.location, from)
    : undefined;
}

async function bodyOf(reply: IncomingMessage, url: string, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (reply.statusCode === 404 || reply.statusCode === 410) throw new NotFound(url);
    // A response that is compressed without having been asked for could unpack to any size.
    if (reply.statusCode !== 200 || (reply.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Error(`${url} gave no plain answer.`);
    return await collected(Readable.toWeb(reply) as ReadableStream<Uint8Array>, mostBytes);
  } finally {
    reply.destroy();
  }
}

function ask(address: URL, signal: AbortSignal, allowPrivate: boolean): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const host = address.hostname.replace(/^\[|\]$/g, '');
    if (!['http:', 'https:'].includes(address.protocol)) throw new TypeError(`${address.href} is no web address.`);
    // An IP address is never looked up, so the lookup below would not see it.
    if (isIP(host) && !allowPrivate && !isPublic(host)) throw new PrivateAddress(host);
    const request = address.protocol === 'https:' ? requestHttps : requestHttp;
    request(
      address,
      {
        agent: false,
        signal,
        lookup: allowPrivate ? undefined : lookupPublic,
        headers: { accept, 'accept-encoding': 'identity' },
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

/** Finds the addresses of a name, and connects to none of them if one is private. */
export const lookupPublic: LookupFunction = (host, options, found) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublic(address))) return found(new PrivateAddress(host), '', 0);
    return options.all ? found(null, addresses) : found(null, first.address, first.family);
  });
};

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** An address of the public internet; one of IPv4 may be written as one of IPv6. */
export function isPublic(text: string): boolean {
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}
