import { type Actor, reversalOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orRefuse } from '../../platform/refusals/refused';
import { Database } from '../../platform/database/database';
import { EnrolmentDirectory } from '../places';
import { Ledger } from './ledger';
import { WorkloadEntry } from './workload-entry.entity';
import { mayReverseAnybodysEntry } from './workload.policy';

@Injectable()
export class ReverseEntry {
  constructor(
    private readonly transaction: Transaction,
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Takes declared minutes back with a contrary entry.
   * Refusals: workload.is-a-reversal, workload.already-reversed, workload.not-declared.
   */
  async run(actor: Actor, editionId: string, entryId: string, reason: string): Promise<{ id: string }> {
    const entry = await this.database.read.findOneBy(WorkloadEntry, { id: entryId });
    const enrolment = entry && (await this.enrolments.byIds([entry.enrolmentId])).get(entry.enrolmentId);
    const isOwn = enrolment?.accountId === actor.accountId;
    if (!enrolment || enrolment.editionId !== editionId || !(isOwn || mayReverseAnybodysEntry(actor, { editionId })))
      throw notFound();
    return this.transaction.run(async (tx) => {
      await this.enrolments.lock(tx, [enrolment.id]);
      const isReversed = await tx.manager.existsBy(WorkloadEntry, { reverses: entryId });
      orRefuse(reversalOf({ ...entry, isReversed }));
      return { id: await this.ledger.takeBack(tx, entry, { accountId: actor.accountId, reason }) };
    });
  }
}
