import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { refuse } from '@libretto/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Allowance, Limits } from '../limits/limits';
import { Refused } from '../refusals/refused';
import type { ApiRequest } from './handles';

/** The largest message: a long text that was written without a connection. */
const largestMessage = 512 * 1024;
/** One person has a few windows, each with a socket. */
const mostOfOnePerson = 8;
const openings: Allowance = { name: 'sockets', times: 60, seconds: 60 };
/** Shows either side that the other is still there, and keeps proxies from closing a quiet socket. */
const beatMs = 20_000;
/** Whoever reads more slowly than others write begins anew. */
const mostUnread = 4 * 1024 * 1024;

/** Why a socket ended, in numbers that a browser is told. */
export const closedBecause = { goingAway: 1001, notAllowed: 4403, tooMuch: 4429, unavailable: 4503 } as const;

const waiting = new WeakMap<IncomingMessage, { socket: Socket; head: Buffer }>();

export const asksForSocket = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/**
 * Requests for a WebSocket go to the routes like all others, so that they meet the same limits and policies; a refusal is
 * answered as elsewhere. A request for any other protocol is answered in HTTP.
 */
export function routeSockets(server: FastifyInstance): void {
  Object.assign(server.server, { shouldUpgradeCallback: asksForSocket });
  server.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    waiting.set(request, { socket, head });
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.end());
    server.routing(request, response);
  });
}

/** The open WebSockets of this process. */
@Injectable()
export class Sockets implements BeforeApplicationShutdown {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });
  private readonly open = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  /**
   * Makes a WebSocket of a request that a policy let in. Refuses with `common.needs-websocket` a request for something else, and
   * with `common.too-many-requests` whoever has too many.
   */
  async accept({ raw }: ApiRequest, reply: FastifyReply, accountId: string): Promise<WebSocket> {
    const asked = waiting.get(raw);
    if (!asked) throw new Refused(refuse('common.needs-websocket'));
    await this.limits.take(openings, accountId);
    if ((this.open.get(accountId) ?? 0) >= mostOfOnePerson)
      throw new Refused(refuse('common.too-many-requests', { minutes: 1 }));
    reply.hijack();
    reply.raw.detachSocket(asked.socket);
    this.count(accountId, 1);
    asked.socket.once('close', () => this.count(accountId, -1));
    return new Promise((resolve) =>
      this.server.handleUpgrade(raw, asked.socket, asked.head, (socket) => resolve(watched(socket))),
    );
  }

  /** A server that closes waits for its sockets. */
  beforeApplicationShutdown(): void {
    for (const socket of this.server.clients) socket.close(closedBecause.goingAway);
    this.server.close();
  }

  private count(accountId: string, more: 1 | -1): void {
    const now = (this.open.get(accountId) ?? 0) + more;
    if (now) this.open.set(accountId, now);
    else this.open.delete(accountId);
  }
}

/** Sends, unless the other side is gone or cannot keep up. */
export function sendTo(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > mostUnread) return socket.terminate();
  socket.send(text);
}

function watched(socket: WebSocket): WebSocket {
  let isThere = true;
  const beat = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, beatMs);
  socket.on('pong', () => (isThere = true));
  socket.on('error', () => socket.terminate());
  socket.once('close', () => clearInterval(beat));
  return socket;
}
