import type { RefusalCode } from '@libretto/domain';
import * as z from 'zod/mini';

type Shape = z.ZodMiniType;
/** What a handler itself sends: bytes with their own content type, a stream that tells when to ask again, a WebSocket, or a step of the tus protocol. */
type Sent = 'file' | 'events' | 'socket' | 'tus';
type Parsed<S> = S extends Shape ? z.infer<S> : undefined;

/** One route of the API: its address, its input, its reply, and the refusals that its caller may meet. */
export interface Route<
  Params extends Shape | undefined = Shape | undefined,
  Query extends Shape | undefined = Shape | undefined,
  Body extends Shape | undefined = Shape | undefined,
  Reply extends Shape | Sent | undefined = Shape | Sent | undefined,
> {
  readonly summary: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with `:name` for each of `params`. */
  readonly path: `/${string}`;
  readonly params?: Params;
  readonly query?: Query;
  /** JSON, unless `upload` says that it is multipart with one file. */
  readonly body?: Body;
  readonly upload?: true;
  /** Absent: 204. */
  readonly reply?: Reply;
  readonly refusals?: readonly RefusalCode[];
  /**
   * The reply is the same for whoever asks, and its handler is not told who does. Browsers may keep it: `checked`, if they
   * ask each time whether it still holds; `a-while` for minutes without asking, where it hardly ever changes.
   */
  readonly sameForAll?: 'checked' | 'a-while';
  /** With this, a change below `/editions/:editionId`, or a question with a body, works in a closed edition as well. */
  readonly evenWhenClosed?: true;
}

/** The parsed input of a handler: `{ params, query, body }`. */
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B> ? { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> } : never;

/** A handler's reply before the reply's shape parses it; the handler itself writes a file or a stream. */
export type AnswerTo<R> =
  R extends Route<infer _P, infer _Q, infer _B, infer Reply> ? (Reply extends Shape ? z.input<Reply> : void) : never;

/** The parsed reply, for a caller. */
export type ReplyOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer Reply> ? Parsed<Reply> : never;

/** Declares a route and keeps the exact types of its parts. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  Reply extends Shape | Sent | undefined = undefined,
>(definition: Route<P, Q, B, Reply>): Route<P, Q, B, Reply> {
  return definition;
}

/** The address of a route below `/api` with its params filled in and its query attached. */
export function addressOf(
  { path }: Pick<Route, 'path'>,
  input: { params?: Record<string, string>; query?: Record<string, unknown> } = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(input.query ?? {}))
    for (const value of [given].flat()) if (value !== undefined && value !== null) query.append(name, String(value));
  return `/api${filled}${query.size ? `?${query}` : ''}`;
}
