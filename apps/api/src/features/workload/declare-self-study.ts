import type { declareSelfStudy as declareSelfStudyRoute, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, declareSelfStudy } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Ledger } from './ledger';
import { SelfStudyApproval } from './self-study-approval.entity';
import { WorkloadEntry } from './workload-entry.entity';

@Injectable()
export class DeclareSelfStudy {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Writes the minutes that the participant declares, as long as they fit under the module's cap.
   * Refusals: workload.day-in-the-future, workload.day-before-the-edition, workload.day-is-full, workload.over-the-cap.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof declareSelfStudyRoute>): Promise<void> {
    const { editionId, moduleNumber } = params;
    const { entryId, day, minutes } = body;
    const enrolment = orNotFound(await this.enrolments.of(editionId, actor.accountId));
    const statement = {
      enrolmentId: enrolment.id,
      moduleNumber,
      kind: 'self-study',
      minutes,
      day,
      source: 'declaration',
      sourceId: entryId,
    } as const;

    await this.transaction.run(async (tx) => {
      const edition = await this.editions.hold(tx, editionId);
      const planned = orNotFound(edition.definition.modules.find(({ number }) => number === moduleNumber));
      const recorded = await this.ledger.lockDay(tx, actor.accountId, day);
      if (await this.ledger.holds(tx, statement)) return;
      const declared = await this.declared(tx, enrolment.id, moduleNumber);
      const approvedMore =
        (await tx.manager.sum(SelfStudyApproval, 'minutes', { enrolmentId: enrolment.id, moduleNumber })) ?? 0;
      const room = { notional: planned.minutes['self-study'], approvedMore: Number(approvedMore), declared };
      const today = dayOf(this.clock.now(), edition.timeZone);
      orRefuse(declareSelfStudy({ day, minutes }, room, { today, firstDay: edition.startsOn, recorded }));
      await this.ledger.write(tx, [statement], { accountId: actor.accountId });
    });
  }

  private async declared(tx: Tx, enrolmentId: string, moduleNumber: number): Promise<number> {
    return Number(
      (await tx.manager.sum(WorkloadEntry, 'minutes', { enrolmentId, moduleNumber, kind: 'self-study' })) ?? 0,
    );
  }
}
