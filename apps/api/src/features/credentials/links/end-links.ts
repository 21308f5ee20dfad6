import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { ShareLink } from './share-link.entity';

/**
 * Somebody deletes their account: nobody could end their links any more, or read for whom each was, so they go now, with
 * the names that were noted on them.
 */
@ReactsTo(AccountLeaves)
export class EndLinks implements Reaction<AccountLeaves> {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.ofPerson(accountId);
    const awards = await tx.manager.findBy(Award, { enrolmentId: In(enrolments.map(({ id }) => id)) });
    if (awards.length) await tx.manager.delete(ShareLink, { awardId: In(awards.map(({ id }) => id)) });
  }
}
