import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { EventBoard, type Reaction } from '../database/transaction';
import { HANDLES_JOB, type JobHandler, REACTS_TO } from './handler';
import { definedJobs, type EventClass, type Job } from './job';

/**
 * The handler of each job and the reactions to each event. The process does not start when a job has no handler, or
 * two.
 */
@Injectable()
export class JobDirectory extends EventBoard implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler<unknown>>();
  private readonly reactions = new Map<EventClass, Reaction<object>[]>();

  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  onModuleInit() {
    const faults: string[] = [];
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const job: Job | undefined = Reflect.getMetadata(HANDLES_JOB, metatype);
      if (job) {
        if (this.handlers.has(job.name)) faults.push(`${job.name} has two handlers: ${metatype.name} is one of them`);
        this.handlers.set(job.name, instance);
      }
      for (const event of (Reflect.getMetadata(REACTS_TO, metatype) ?? []) as EventClass[])
        this.reactions.set(event, [...(this.reactions.get(event) ?? []), instance]);
    }
    const names = definedJobs().map(({ name }) => name);
    for (const name of names)
      if (!this.handlers.has(name)) faults.push(`${name} has no handler: add one with @HandlesJob`);
    for (const name of new Set(names))
      if (names.filter((other) => other === name).length > 1) faults.push(`${name} is defined twice`);
    if (faults.length)
      throw new Error(`Jobs are not what they should be:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }

  handlerOf(name: string): JobHandler<unknown> | undefined {
    return this.handlers.get(name);
  }

  jobNamed(name: string): Job | undefined {
    return definedJobs().find((job) => job.name === name);
  }

  reactionsTo(event: object): readonly Reaction<object>[] {
    return this.reactions.get(event.constructor as EventClass) ?? [];
  }

  runsAfter(event: object): { job: Job; payload: unknown }[] {
    return definedJobs().flatMap((job) =>
      (job.on ?? [])
        .filter((start) => start.event === event.constructor)
        .flatMap((start) => start.payloads(event as never).map((payload) => ({ job, payload }))),
    );
  }
}
