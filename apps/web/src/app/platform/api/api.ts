import { HttpClient, HttpContext, HttpEventType, httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable, type Signal, type WritableSignal } from '@angular/core';
import type { ReplyOf, Route } from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import { firstValueFrom, fromEvent, last, takeUntil, tap } from 'rxjs';
import type * as z from 'zod/mini';
import { question } from './together';

type Given<S> = S extends z.ZodMiniType ? z.input<S> : never;
type Part<Name extends string, S> = S extends z.ZodMiniType
  ? object extends Given<S>
    ? { readonly [name in Name]?: Given<S> }
    : { readonly [name in Name]: Given<S> }
  : unknown;

/** The input of a route's caller: only the parts that the route has. */
export type RequestOf<R> =
  R extends Route<infer P, infer Q, infer B> ? Part<'params', P> & Part<'query', Q> & Part<'body', B> : never;

interface AnyRequest {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** The limit of a request from a closed window; a browser sends up to 64 kB. */
const mostKeptAlive = 60_000;

/** The one way to the server: routes come from `@libretto/contracts`, replies arrive parsed. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly underWay = new Map<string, Promise<unknown>>();

  /**
   * A resource over a GET route, loaded again whenever `input` changes; `undefined` loads nothing yet. Call it where a
   * field is initialised: `booklet = this.api.read(readBooklet, () => ({ params: { enrolmentId: this.id() } }))`.
   */
  read<R extends Route>(route: R, input: () => RequestOf<R> | undefined): HttpResourceRef<ReplyOf<R> | undefined> {
    const reading = httpResource(
      () => {
        const given = input() as AnyRequest | undefined;
        return given && { url: addressOf(route, given), context: contextOf(route) };
      },
      { parse: (raw) => replyOf(route, raw) },
    );
    return calm(reading);
  }

  /**
   * Sends a request once, even if somebody presses twice: the same request under way has one reply. Rejects with a
   * ProblemError.
   */
  send<R extends Route>(route: R, input: RequestOf<R>): Promise<ReplyOf<R>> {
    return this.request(route, input, false);
  }

  /** The file that answers a request with a body; a file of a GET route has an address. Rejects with a ProblemError. */
  fileOf<R extends Route>(route: R, input: RequestOf<R>): Promise<ArrayBuffer> {
    const { body, ...given } = input as AnyRequest;
    const address = addressOf(route, given);
    return firstValueFrom(this.http.request(route.method, address, { body, responseType: 'arraybuffer' }));
  }

  /** Sends a request that must arrive even if the window closes meanwhile: browsers guarantee it up to a size. */
  sendAway<R extends Route>(route: R, input: RequestOf<R>): Promise<ReplyOf<R>> {
    const { body } = input as AnyRequest;
    return this.request(route, input, new Blob([JSON.stringify(body)]).size < mostKeptAlive);
  }

  private request<R extends Route>(route: R, input: RequestOf<R>, keepalive: boolean): Promise<ReplyOf<R>> {
    const { body, ...given } = input as AnyRequest;
    const address = addressOf(route, given);
    const key = `${route.method} ${address} ${JSON.stringify(body)}`;
    const sent =
      (this.underWay.get(key) as Promise<ReplyOf<R>> | undefined) ??
      firstValueFrom(this.http.request<unknown>(route.method, address, { body, keepalive, context: contextOf(route) }))
        .then((reply) => replyOf(route, reply))
        .finally(() => this.underWay.delete(key));
    this.underWay.set(key, sent);
    return sent;
  }

  /**
   * Uploads one file to an `upload` route; `onProgress` gets the share that was sent, 0 to 1. An upload that is stopped on the way
   * has no reply.
   */
  async upload<R extends Route>(
    route: R,
    input: RequestOf<R>,
    file: File,
    onProgress: (share: number) => void,
    stop: AbortSignal,
  ): Promise<ReplyOf<R> | undefined> {
    const given = input as AnyRequest;
    const body = new FormData();
    for (const [name, value] of Object.entries(given.body ?? {}))
      if (value !== undefined) body.append(name, String(value));
    // The head of a file's part cannot tell a quote from a percent sign: its name is sent in full as a field.
    body.append('name', file.name);
    // Last, so that the server has read the fields when the bytes begin.
    body.append('file', file, file.name);
    const sent = this.http.request<unknown>(route.method, addressOf(route, given), {
      body,
      observe: 'events',
      reportUploadProgress: true,
    });
    const done = await firstValueFrom(
      sent.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress && event.total) onProgress(event.loaded / event.total);
        }),
        last(),
        takeUntil(fromEvent(stop, 'abort')),
      ),
      { defaultValue: undefined },
    );
    return done && replyOf(route, done.type === HttpEventType.Response ? done.body : undefined);
  }
}

/** Hands a file that the server made to whoever asked for it, under this name. */
export function keepFile(content: ArrayBuffer, name: string): void {
  const address = URL.createObjectURL(new Blob([content]));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** Questions are asked together with others; a file comes alone. */
const contextOf = ({ method, reply }: Route): HttpContext =>
  method === 'GET' && typeof reply === 'object' ? question() : new HttpContext();

/** The address of a route's file, for a link, an image or a frame. */
export function fileAddress<R extends Route>(route: R, input: RequestOf<R>): string {
  return addressOf(route, input as AnyRequest);
}

/**
 * Angular throws when the value of a failed resource is read, and one failed part would break its whole page. Here it
 * is `undefined`, as before the reply; `lib-waiting` shows the reason.
 */
function calm<T>(reading: HttpResourceRef<T | undefined>): HttpResourceRef<T | undefined> {
  const { value } = reading;
  const orNothing: Signal<T | undefined> = computed(() => (reading.status() === 'error' ? undefined : value()));
  const writable = Object.assign(orNothing, { set: value.set, update: value.update, asReadonly: () => orNothing });
  return Object.assign(reading, { value: writable as unknown as WritableSignal<T | undefined> });
}

function replyOf<R extends Route>(route: R, raw: unknown): ReplyOf<R> {
  const { reply } = route;
  return (typeof reply === 'object' ? reply.parse(raw) : undefined) as ReplyOf<R>;
}
