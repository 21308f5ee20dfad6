import { type IncomingMessage, maxHeaderSize } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { mapSite, playerHosts, refuse } from '@libretto/domain';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config';
import { newId } from '../database/new-id';
import { Limits } from '../limits/limits';
import { addressInLog, type Log } from '../log/log';
import { currentRequest, onBehalfOf, onBehalfOfQuestion, type RequestContext, resume } from '../log/request-context';
import { Refused } from '../refusals/refused';
import { leadsToRouter } from './leads-to-router';
import { letRepliesBeKept } from './kept-replies';
import { noticePart } from './together/parts';
import { limitRequests, partOfUpload } from './request-limits';
import { asksForSocket, routeSockets } from './sockets';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whoever asks shows a code or a token that no browser sends by itself: requests of any site are taken. */
    takesNoCookie?: true;
  }
}

export const largestUpload = 20 * 1024 * 1024;
/** The limit of every body that is no file. */
const largestText = 1024 * 1024;

/** Fastify with the limits of every request. */
export function fastifyAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    trustProxy: config.trustedProxies,
    bodyLimit: largestText,
    // Long enough for the largest upload over a slow line; no slower request stays longer.
    requestTimeout: 300_000,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newId();
    },
    // The router's own responses have no limits, so it gives none: neither for an unreadable address nor for a long
    // one.
    rewriteUrl: ({ url = '/' }) => leadsToRouter(url),
    routerOptions: { maxParamLength: maxHeaderSize },
  });
}

/** Prepares every request before any route of ours: its id, its headers, its cookies, its limits. */
export async function prepareServer(app: NestFastifyApplication, config: Config, log: Log): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const contexts = new WeakMap<object, RequestContext>();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const begin = () => {
      contexts.set(request, currentRequest() as RequestContext);
      done();
    };
    if (noticePart(request)) return begin();
    (request.method === 'GET' ? onBehalfOfQuestion : onBehalfOf)(String(request.id), begin);
  });
  server.addHook('preValidation', (request, _reply, done) => resume(contexts.get(request), done));
  letRepliesBeKept(server);
  limitRequests(server, config, app.get(Limits));
  server.addHook('onRequest', async (request) =>
    asksForSocket(request.raw)
      ? refuseForeignSockets(request.headers, config.publicUrl)
      : request.routeOptions.config.takesNoCookie ||
        refuseForeignWrites(request.method, request.headers, config.publicUrl),
  );
  routeSockets(server);
  // Only for measuring: to somebody in conflict the number would reveal that a dossier exists.
  if (config.showsStatements)
    server.addHook('onSend', async (request, reply) => {
      void reply.header('server-timing', `sql;desc="statements";dur=${contexts.get(request)?.statements ?? 0}`);
    });
  server.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime);
    log.info({ method: request.method, url: addressInLog(request.url), status: reply.statusCode, ms }, 'request');
    done();
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The verifier reads credentials of other issuers from the browser.
        connectSrc: ["'self'", 'https:', config.publicUrl, config.publicUrl.replace(/^http/, 'ws')],
        // Where people meet, on a map, and videos: once somebody asks for them.
        frameSrc: ["'self'", 'blob:', mapSite, ...Object.values(playerHosts)],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: config.isSecure ? [] : null,
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.isSecure,
  });
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  // The bytes go on to whoever handles them, in pieces.
  server.addContentTypeParser(partOfUpload, (_request, payload, done) => done(null, payload));
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 1, fields: 10, fieldSize: 10_000 } });
}

/**
 * Refuses writes that another site could have sent from a signed-in browser: a form of another site cannot set our
 * header, and a script of another site fails the preflight.
 */
function refuseForeignWrites(method: string, headers: Record<string, unknown>, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return;
  if ((typeof headers['origin'] === 'string' && !isOurs(headers, publicUrl)) || headers['x-libretto'] === undefined)
    throw new Refused(refuse('common.foreign-request'));
}

/** Browsers open WebSockets of any site without asking first, with our cookie and their own origin. */
function refuseForeignSockets(headers: Record<string, unknown>, publicUrl: string): void {
  if (!isOurs(headers, publicUrl)) throw new Refused(refuse('common.foreign-request'));
}

const isOurs = (headers: Record<string, unknown>, publicUrl: string): boolean =>
  headers['origin'] === new URL(publicUrl).origin || headers['sec-fetch-site'] === 'same-origin';
