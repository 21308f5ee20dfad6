import type { Work } from '../database/work';

/** An event in the past tense: a plain class that carries ids. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any constructor makes an event
export type EventClass<E = object> = abstract new (...args: any[]) => E;

/** Work that follows from a change: its name, its payload (ids only), and the events that start it. */
export interface Job<Payload = unknown> extends Work<Payload> {
  /** The events that start it, each with the payloads it becomes: one job per payload. */
  readonly on?: readonly Start<Payload>[];
  /** Runs once a day from the first start on, by itself; its payload is `{}`. */
  readonly daily?: true;
  /** The number of attempts before it stops and waits for a person; 8 attempts span about four hours. */
  readonly attempts?: number;
}

interface Start<Payload> {
  readonly event: EventClass;
  readonly payloads: (event: never) => Payload[];
}

const defined: Job[] = [];

/** Every job of the product: the start checks that each has exactly one handler. */
export const definedJobs = (): readonly Job[] => defined;

export function job<Payload>(definition: Job<Payload>): Job<Payload> {
  defined.push(definition as Job);
  return definition;
}

/** The event that starts a job: `on(ApplicationRuled, ({ applicationId }) => [{ applicationId }])`. */
export function on<E extends object, Payload>(event: EventClass<E>, payloads: (event: E) => Payload[]): Start<Payload> {
  return { event, payloads };
}
