import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Reminders } from '../reminders';
import { lookAhead } from './look-ahead.job';

@HandlesJob(lookAhead)
export class LookAhead implements JobHandler<object> {
  constructor(private readonly reminders: Reminders) {}

  run(): Promise<void> {
    return this.reminders.set({});
  }
}
