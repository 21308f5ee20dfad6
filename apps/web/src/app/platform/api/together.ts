import {
  HttpContext,
  HttpContextToken,
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { addressOf, askTogether, longestQuestion, mostTogether } from '@libretto/contracts/first';
import { filter, finalize, map, mergeMap, Observable, of, shareReplay, type Unsubscribable, throwError } from 'rxjs';

const isQuestion = new HttpContextToken(() => false);

/** The context of a request that can be asked together with others. */
export const question = (): HttpContext => new HttpContext().set(isQuestion, true);

/** A server reads an address of up to 16 kB. */
const longestAddress = 6000;

/** A question that nobody has sent yet. */
interface Waiting {
  readonly request: HttpRequest<unknown>;
  readonly next: HttpHandlerFn;
  /** Sends it alone, or gives it its share of an answer to several. */
  begin(answer: Observable<HttpEvent<unknown>>): void;
  isWanted: boolean;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** Sends the questions that a screen asks at once in one request, and each of them once. */
@Injectable({ providedIn: 'root' })
export class Together {
  private waiting: Waiting[] = [];
  private readonly underWay = new Map<string, Observable<HttpEvent<unknown>>>();

  /** The answer to a question: of the request under way if somebody asks the same already. */
  ask(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
    const address = request.urlWithParams;
    const known = this.underWay.get(address);
    if (known) return known;
    const answer = this.enqueued(request, next).pipe(
      finalize(() => {
        if (this.underWay.get(address) === answer) this.underWay.delete(address);
      }),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    this.underWay.set(address, answer);
    return answer;
  }

  /** After a change nobody may get an answer from before it. */
  forget(): void {
    this.underWay.clear();
  }

  private enqueued(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
    return new Observable((asking) => {
      let sent: Unsubscribable | undefined;
      const one: Waiting = {
        request,
        next,
        isWanted: true,
        begin: (answer) => (sent = answer.subscribe(asking)),
      };
      if (this.waiting.push(one) === 1) setTimeout(() => this.send());
      return () => {
        one.isWanted = false;
        sent?.unsubscribe();
      };
    });
  }

  private send(): void {
    const wanted = this.waiting.filter(({ isWanted }) => isWanted);
    this.waiting = [];
    for (const some of inRequests(wanted)) this.sendTogether(some);
  }

  private sendTogether(some: readonly Waiting[]): void {
    const [first] = some;
    if (!first) return;
    if (some.length === 1) return first.begin(first.next(first.request));
    const url = addressOf(askTogether, { query: { ask: some.map(({ request }) => request.urlWithParams) } });
    const answers = first.next(new HttpRequest('GET', url, { headers: first.request.headers })).pipe(
      filter((event) => event instanceof HttpResponse),
      map(({ body }) => body as Answer[]),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    for (const [index, { request, begin }] of some.entries())
      begin(answers.pipe(mergeMap((all) => eventOf(all[index], request.url))));
  }
}

/** An answer of several, as if it had come alone. */
function eventOf(answer: Answer | undefined, url: string): Observable<HttpEvent<unknown>> {
  const { status, retryAfter, body } = answer ?? { status: 0, retryAfter: null, body: null };
  if (status >= 200 && status < 300) return of(new HttpResponse({ status, body, url }));
  const headers = retryAfter === null ? undefined : new HttpHeaders({ 'retry-after': retryAfter });
  return throwError(() => new HttpErrorResponse({ status, error: body, url, headers }));
}

/** As many in one request as the server takes. */
function inRequests(all: readonly Waiting[]): Waiting[][] {
  const requests: Waiting[][] = [];
  let room = 0;
  for (const one of all) {
    const length = encodeURIComponent(one.request.urlWithParams).length;
    if (length > room || requests.at(-1)?.length === mostTogether) {
      requests.push([]);
      room = longestAddress;
    }
    requests.at(-1)?.push(one);
    room -= length;
  }
  return requests;
}

/** Sends questions together. It comes after the interceptor that words failures: each question has a failure of its own. */
export const sendTogether: HttpInterceptorFn = (request, next) => {
  const together = inject(Together);
  if (request.context.get(isQuestion) && request.urlWithParams.length <= longestQuestion)
    return together.ask(request, next);
  if (request.method === 'GET') return next(request);
  together.forget();
  return next(request).pipe(finalize(() => together.forget()));
};
