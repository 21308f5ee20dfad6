import { type InputOf, type proposeInstitution, type ReplyOf, websiteOf } from '@libretto/contracts';
import { type Actor, propose } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { InstitutionProposed } from '../accounts.events';
import { Institution } from './institution.entity';
import { asRow } from './as-row';
import { knownAs } from './known-as';

type Body = InputOf<typeof proposeInstitution>['body'];
type Reply = ReplyOf<typeof proposeInstitution>;

/** Adds an institution that is not on the list yet, for a coordinator to check; its proposer goes on at once. */
@Injectable()
export class ProposeInstitution {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers an institution that is on the list already, under any of its spellings, instead of adding it.
   * Refusals: accounts.too-many-proposals.
   */
  async run(actor: Actor, { name, country, website: written }: Body): Promise<Reply> {
    const said = { name, country, website: websiteOf(written) };
    const attempt = () => this.transaction.run((tx) => this.propose(tx, actor, said));
    return attempt().catch((error: unknown) => {
      // Somebody else has proposed it in this moment.
      if (isUniqueViolation(error)) return attempt();
      throw error;
    });
  }

  private async propose(
    tx: Tx,
    { accountId }: Actor,
    said: { name: string; country: string; website: string | null },
  ): Promise<Reply> {
    // Locked, so that a person's proposals are counted one after the other.
    await tx.lock(Account, accountId);
    const known = await knownAs(tx.manager, said);
    if (known) return { institution: known, isNew: false };
    const waiting = await tx.manager.countBy(Institution, { proposedById: accountId, state: 'proposed' });
    orRefuse(propose({ waiting }));
    const row = asRow(said, { state: 'proposed', proposedById: accountId, proposedAt: this.clock.now() });
    await tx.insert(Institution, row);
    await tx.publish(new InstitutionProposed(row.id));
    return { institution: row, isNew: true };
  }
}
