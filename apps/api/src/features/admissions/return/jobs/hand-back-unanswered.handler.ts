import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { HandBackUnanswered } from '../hand-back-unanswered';
import { handBackUnanswered } from './hand-back-unanswered.job';

@HandlesJob(handBackUnanswered)
export class HandBack implements JobHandler<{ returnId: string }> {
  constructor(private readonly handingBack: HandBackUnanswered) {}

  run({ returnId }: { returnId: string }): Promise<void> {
    return this.handingBack.run(returnId);
  }
}
