import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { ExpireUnansweredOffer } from '../expire-unanswered-offer';
import { expireOffer } from './expire-offer.job';

@HandlesJob(expireOffer)
export class ExpireOffer implements JobHandler<{ offerId: string }> {
  constructor(private readonly expiring: ExpireUnansweredOffer) {}

  run({ offerId }: { offerId: string }): Promise<void> {
    return this.expiring.run(offerId);
  }
}
