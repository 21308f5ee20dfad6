import { AsyncLocalStorage } from 'node:async_hooks';

/** The context of one request, or one job, through everything that it calls. */
export interface RequestContext {
  readonly requestId: string;
  /** The number of SQL statements so far on its behalf. */
  statements: number;
  /** What was read once for everything that the request asks; only questions have it. */
  readonly remembered?: Map<string, Promise<unknown>>;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Runs `work` on behalf of a request of the http server that changes something, or of the job that keeps its id. */
export function onBehalfOf<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId, statements: 0 }, work);
}

/** Runs `work` on behalf of a request that only asks: what it reads `once` is remembered until its end. */
export function onBehalfOfQuestion<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId, statements: 0, remembered: new Map() }, work);
}

/** Runs `work` outside of every request: its statements count for none. */
export const withoutRequest = <T>(work: () => T): T => storage.exit(work);

/** Goes on where a request was left: parsing a body happens outside its context. */
export function resume<T>(context: RequestContext | undefined, work: () => T): T {
  return context ? storage.run(context, work) : work();
}
