import type { declareProjectMinutes, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, mayRecordOn, spreadOver } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { Ledger } from '../../workload';
import { briefAsked } from '../work/briefs';
import { Participation } from '../work/participation';

/** Writes a participant's own time on the project work to the ledger, in the brief's module. */
@Injectable()
export class DeclareMinutes {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Refusals: workload.ends-before-it-starts, workload.too-many-days, workload.day-in-the-future,
   * workload.day-before-the-edition, workload.day-is-full.
   */
  async run(
    actor: Actor,
    { params: { editionId }, query, body }: InputOf<typeof declareProjectMinutes>,
  ): Promise<void> {
    const days = orRefuse(spreadOver(body));
    await this.transaction.run(async (tx) => {
      // Another declaration of the same person waits here.
      const all = await this.enrolments.lockOf(tx, actor.accountId);
      const enrolment = orNotFound(all.find((one) => one.editionId === editionId));
      const said = { enrolmentId: enrolment.id, source: 'project-work', sourceId: body.entryId } as const;
      const [edition, { isThere, recorded }] = await Promise.all([
        this.participation.edition(editionId),
        this.ledger.declared(actor, said, days),
      ]);
      if (isThere) return;
      const today = dayOf(this.clock.now(), edition.timeZone);
      orRefuse(mayRecordOn(days, { today, firstDay: edition.startsOn, recorded }));
      const { module: moduleNumber } = briefAsked(edition, query);
      await this.ledger.declare(tx, { ...said, moduleNumber, kind: 'project', note: body.note }, days, actor);
    });
  }
}
