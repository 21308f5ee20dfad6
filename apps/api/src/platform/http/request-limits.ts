import { PassThrough, pipeline } from 'node:stream';
import { refuse } from '@libretto/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import type { Allowance, Limits } from '../limits/limits';
import { networkOf } from './network-of';
import { notFound, Refused } from '../refusals/refused';
import { isPart } from './together/parts';

/** From one network address, since a whole seminar may share it. */
export const requestsFromOnePlace: Allowance = { name: 'requests', times: 1200, seconds: 60 };
/** The content of a request of tus. */
export const partOfUpload = 'application/offset+octet-stream';
/** The time of a megabyte of text over the slowest line; an upload has the time of the whole request. */
const secondsForText = 30;
/** The rest of a request that was answered early is read and thrown away for this long, so that the answer arrives. */
const secondsToFinish = 30;

/** The limits of every request: its host, its frequency, and its duration of arrival. */
export function limitRequests(server: FastifyInstance, config: Config, limits: Limits): void {
  const ours = new Set([new URL(config.publicUrl).hostname, 'localhost', '127.0.0.1', '[::1]']);
  // A foreign page can give its own name our address: its requests are not for us.
  server.addHook('onRequest', async (request) => {
    if (!isHealth(request) && !ours.has(hostnameOf(request)))
      throw new Refused(refuse('common.unknown-host', { address: config.publicUrl }));
  });
  server.addHook('onRequest', async (request) => {
    if (isPart(request)) onlyApi(request);
    else if (isApi(request)) await limits.take(requestsFromOnePlace, networkOf(request.ip));
  });
  server.addHook('preParsing', async (request, reply, payload) => {
    if (!hasText(request)) return payload;
    const arriving = new PassThrough();
    const tooSlow = setTimeout(
      () => arriving.destroy(new Refused(refuse('common.too-slow', { seconds: secondsForText }))),
      secondsForText * 1000,
    );
    for (const over of [payload, reply.raw]) over.once('close', () => clearTimeout(tooSlow));
    payload.once('end', () => clearTimeout(tooSlow));
    // A body that breaks off breaks its reader.
    return pipeline(payload, arriving, () => undefined);
  });
  server.addHook('onSend', async (request, reply) => {
    if (!request.raw.complete) void reply.header('connection', 'close');
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete || raw.destroyed) return;
    raw.unpipe();
    raw.resume();
    const tooSlow = setTimeout(() => raw.destroy(), secondsToFinish * 1000).unref();
    raw.once('close', () => clearTimeout(tooSlow));
  });
}

/** Decided by the route that answers, and never by the address as written: `/%61pi/` is the same route. */
export function isApi({ routeOptions: { url }, params }: FastifyRequest): boolean {
  if (url === '/*') return (params as { '*': string })['*'].startsWith('api/');
  return url === undefined || url.startsWith('/api/');
}

/** What asks several questions of the api asks the api only; it has counted them. */
function onlyApi(request: FastifyRequest): void {
  if (!isApi(request)) throw notFound();
}

/** Whether the request has a body that is no upload. */
const hasText = ({ headers }: FastifyRequest) =>
  (headers['content-length'] ?? headers['transfer-encoding']) !== undefined &&
  !headers['content-type']?.startsWith('multipart/') &&
  headers['content-type'] !== partOfUpload;

const isHealth = ({ routeOptions: { url } }: FastifyRequest) => url?.startsWith('/health/') === true;

/** The host without its port: proxies in front may leave the port out. */
function hostnameOf({ headers: { host = '' } }: FastifyRequest): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
