import { linkState } from '@libretto/domain';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { ShareLink } from './share-link.entity';

/** Somebody deletes their account: nobody could end their links any more, so they end now. */
@ReactsTo(AccountLeaves)
export class EndLinks implements Reaction<AccountLeaves> {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly clock: Clock,
  ) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.ofPerson(accountId);
    const awards = await tx.manager.findBy(Award, { enrolmentId: In(enrolments.map(({ id }) => id)) });
    const now = this.clock.now();
    for (const link of await tx.lockAll(ShareLink, { awardId: In(awards.map(({ id }) => id)) }))
      if (linkState(link, now) === 'open') await tx.save(Object.assign(link, { withdrawnAt: now }));
  }
}
