import type { declareProjectMinutes, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, mayRecordOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { Ledger } from '../../workload';
import { Participation } from '../work/participation';

/** Writes a participant's own time on the project work to the ledger, in the project's module. */
@Injectable()
export class DeclareMinutes {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly ledger: Ledger,
  ) {}

  /** Refusals: workload.day-in-the-future, workload.day-before-the-edition, workload.day-is-full. */
  async run(
    actor: Actor,
    editionId: string,
    { entryId, day, minutes }: InputOf<typeof declareProjectMinutes>['body'],
  ): Promise<void> {
    const { enrolment } = await this.participation.of(actor, editionId);
    await this.transaction.run(async (tx) => {
      const edition = await this.participation.hold(tx, editionId);
      const today = dayOf(this.clock.now(), edition.timeZone);
      const { module: moduleNumber } = edition.definition.projectWork;
      const statement = {
        enrolmentId: enrolment.id,
        moduleNumber,
        kind: 'project',
        minutes,
        day,
        source: 'project-work',
        sourceId: entryId,
      } as const;
      const recorded = await this.ledger.lockDay(tx, actor.accountId, day);
      if (await this.ledger.holds(tx, statement)) return;
      orRefuse(mayRecordOn({ day, minutes }, { today, firstDay: edition.startsOn, recorded }));
      await this.ledger.write(tx, [statement], actor);
    });
  }
}
