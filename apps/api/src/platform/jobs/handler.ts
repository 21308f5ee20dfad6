import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { EventClass, Job } from './job';

/** The facts about a run beside its payload. */
export interface JobRun {
  /** The outbox row: the same in every repetition, so it serves as the key of the job's results. */
  readonly id: string;
}

/**
 * Handles a job. It may run twice, late, or beside itself: it makes things under unique keys and checks before it acts.
 */
export interface JobHandler<Payload> {
  run(payload: Payload, run: JobRun): Promise<void>;
  /** For what shows how its job fares: every attempt took its process along, so that `run` never met its fault. */
  gaveUp?(payload: Payload, fault: Error): Promise<void>;
}

export const HANDLES_JOB = 'handles-job';
export const REACTS_TO = 'reacts-to';

export const HandlesJob = <Payload>(job: Job<Payload>) => applyDecorators(Injectable(), SetMetadata(HANDLES_JOB, job));
export const ReactsTo = (...events: EventClass[]) => applyDecorators(Injectable(), SetMetadata(REACTS_TO, events));
