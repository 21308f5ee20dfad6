import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Reminders } from '../reminders';
import { setReminders } from './set-reminders.job';

@HandlesJob(setReminders)
export class SetReminders implements JobHandler<{ editionId: string }> {
  constructor(private readonly reminders: Reminders) {}

  run({ editionId }: { editionId: string }): Promise<void> {
    return this.reminders.set({ editionId });
  }
}
