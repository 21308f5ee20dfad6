import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { WalletCopy } from './wallet-copy.entity';
import { WalletOffer } from './wallet-offer.entity';

/** Somebody deletes their account: no wallet can take their credential any more, and nothing is kept of those that did. */
@ReactsTo(AccountLeaves)
export class EndOffers implements Reaction<AccountLeaves> {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.ofPerson(accountId);
    const awards = await tx.manager.findBy(Award, { enrolmentId: In(enrolments.map(({ id }) => id)) });
    if (!awards.length) return;
    const ofThem = { awardId: In(awards.map(({ id }) => id)) };
    // Locked first, as by a wallet that fetches copies at this moment: none is stored behind the look for them.
    await tx.lockAll(WalletOffer, ofThem);
    await tx.manager.delete(WalletCopy, ofThem);
    await tx.manager.delete(WalletOffer, ofThem);
  }
}
