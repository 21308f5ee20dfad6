import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { addressOf, type InputOf, type Problem, type ReplyOf, type Route } from '@libretto/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { partOfUpload } from './request-limits';

/** The response to a call of the API. */
export interface Answer<Reply> {
  status: number;
  body: ([Reply] extends [undefined] ? object : Reply) &
    Partial<Pick<Problem, 'code' | 'fields' | 'numbers' | 'detail'>>;
  /** The number of its SQL statements. */
  statements: number;
  headers: Record<string, unknown>;
  /** The received bytes, for a file. */
  bytes: Buffer;
}

/** Where nothing runs yet: a browser is no part of the transaction in which somebody calls it. */
const outside = AsyncLocalStorage.snapshot();

/** Calls the API inside the process like a browser, and keeps its cookie: for specs and for the demo's story. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    private cookie?: string,
    /** Each browser has an address of its own, which limits count by. */
    private readonly address = Array.from(randomBytes(3), String).reduce((parts, part) => `${parts}.${part}`, '10'),
  ) {}

  /** The cookie that this browser has. */
  get cookieSent(): string {
    return this.cookie ?? '';
  }

  /** The same browser at another process of the installation. */
  at(app: NestFastifyApplication): Caller {
    return new Caller(app, this.cookie, this.address);
  }

  async call<R extends Route>(
    route: R,
    input: Partial<InputOf<R>> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<ReplyOf<R>>> {
    const response = await this.inject({
      method: route.method,
      url: addressOf(route, input as never),
      remoteAddress: this.address,
      payloadAsStream: route.reply === 'events',
      headers: { 'x-libretto': 'web', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    });
    const [set] = response.cookies;
    if (set) this.cookie = set.value ? `${set.name}=${set.value}` : undefined;
    if (route.reply !== 'events') return answerOf(response);
    // A stream has no end: it is left once it has begun.
    const isOpen = response.statusCode === 200;
    if (isOpen) response.raw.res.destroy();
    const bytes = isOpen ? Buffer.alloc(0) : await buffer(response.stream());
    return answerOf({ ...response, body: bytes.toString(), rawPayload: bytes });
  }

  /** What a stream of events says, in lines, from its beginning until it is closed. */
  async follow<R extends Route>(route: R, input: Partial<InputOf<R>>): Promise<{ lines: string[]; close: () => void }> {
    const response = await this.inject({
      method: route.method,
      url: addressOf(route, input as never),
      remoteAddress: this.address,
      headers: this.cookie ? { cookie: this.cookie } : {},
      payloadAsStream: true,
    });
    const lines: string[] = [];
    response.stream().on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
    return { lines, close: () => response.raw.res.destroy() };
  }

  /** Opens the WebSocket of a route at the process, which listens. */
  socket<R extends Route>(route: R, input: Partial<InputOf<R>>, headers: Record<string, string> = {}): WebSocket {
    const { port } = this.app.getHttpServer().address() as AddressInfo;
    return new WebSocket(`ws://localhost:${port}${addressOf(route, input as never)}`, {
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
    });
  }

  /** Uploads one file like our pages: its full name precedes it in a field. */
  async upload<R extends Route>(
    route: R,
    input: Partial<InputOf<R>>,
    file: { name: string; content: Buffer | string },
  ): Promise<Answer<ReplyOf<R>>> {
    const boundary = randomBytes(12).toString('hex');
    const name = `--${boundary}\r\ncontent-disposition: form-data; name="name"\r\n\r\n${file.name}\r\n`;
    const inHead = file.name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
    const head = `${name}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${inHead}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const response = await this.inject({
      method: route.method,
      url: addressOf(route, input as never),
      headers: {
        'x-libretto': 'web',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    return answerOf(response);
  }

  /**
   * Sends a file by tus like our pages: what it is, then its bytes. Answers the id of the upload, or what refused it.
   */
  async send<R extends Route>(
    begin: R,
    input: Partial<InputOf<R>>,
    file: { name: string; content: Buffer | string },
  ): Promise<Answer<{ id: string }>> {
    const content = Buffer.from(file.content);
    const encoded = Buffer.from(file.name).toString('base64');
    const begun = await this.tus('POST', addressOf(begin, input as never), {
      'upload-length': String(content.length),
      'upload-metadata': `filename ${encoded}`,
    });
    if (begun.status !== 201) return begun;
    const address = String(begun.headers['location']);
    const sent = await this.tus('PATCH', address, { 'upload-offset': '0' }, content);
    return sent.status === 204 ? { ...sent, body: { id: address.split('/').at(-1) ?? '' } } : sent;
  }

  /** One request of tus. */
  async tus(
    method: 'POST' | 'HEAD' | 'PATCH',
    url: string,
    headers: Record<string, string> = {},
    payload?: Buffer,
  ): Promise<Answer<{ id: string }>> {
    const response = await this.inject({
      ...{ method, url, remoteAddress: this.address },
      headers: {
        ...{ 'x-libretto': 'web', 'tus-resumable': '1.0.0' },
        ...(payload ? { 'content-type': partOfUpload } : {}),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(payload ? { payload } : {}),
    });
    return answerOf(response);
  }

  private inject(request: Parameters<NestFastifyApplication['inject']>[0] & object) {
    return outside(async () => this.app.inject(request));
  }
}

function answerOf<Reply>(response: {
  statusCode: number;
  body: string;
  headers: Record<string, unknown>;
  rawPayload: Buffer;
}): Answer<Reply> {
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return {
    status: response.statusCode,
    body: isJson ? JSON.parse(response.body) : response.body,
    statements: Number(/dur=(\d+)/.exec(String(response.headers['server-timing']))?.[1]),
    headers: response.headers,
    bytes: response.rawPayload,
  };
}
