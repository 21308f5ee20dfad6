import type * as z from 'zod/mini';
import { currentRequest } from '../log/request-context';
import { newId } from './new-id';
import type { OutboxRow } from './outbox-row.entity';

/**
 * Work that a change can ask for, as its row in the outbox describes it. `platform/jobs` knows its handler and the
 * events that start it.
 */
export interface Work<Payload = unknown> {
  /** `feature.verb-noun`; it is stored, so it never changes. */
  readonly name: string;
  readonly payload: z.ZodMiniType<Payload>;
  /** The id of the subject of a run, for later queries about its state. */
  readonly about?: (payload: Payload) => string;
}

/** A run of a job, to be stored with the change that asks for it. */
export const newRun = ({ job, payload }: { job: Work; payload: unknown }, now: Date, dueAt: Date = now): OutboxRow => ({
  id: newId(),
  job: job.name,
  payload: job.payload.parse(payload),
  about: job.about?.(payload) ?? null,
  state: 'waiting',
  requestId: currentRequest()?.requestId ?? null,
  createdAt: now,
  dueAt,
  claimedUntil: null,
  attemptId: null,
  attempts: 0,
  error: null,
});
