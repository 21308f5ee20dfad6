import type { declareSelfStudy as declareSelfStudyRoute, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, type DayMinutes, declareSelfStudy, spreadOver } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { cellsOf } from '../../platform/database/read-together';
import { type Tx, Transaction } from '../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Ledger } from './ledger';

/** Time on a module's own study, with the id that its caller gave it. */
export interface SelfStudy {
  readonly editionId: string;
  readonly moduleNumber: number;
  readonly entryId: string;
  readonly note?: string | undefined;
}

@Injectable()
export class DeclareSelfStudy {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Writes the minutes that the participant declares, as long as they fit on their days and under the module's cap.
   * Refusals: workload.ends-before-it-starts, workload.too-many-days, workload.day-in-the-future,
   * workload.day-before-the-edition, workload.day-is-full, workload.over-the-cap.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof declareSelfStudyRoute>): Promise<void> {
    const days = orRefuse(spreadOver(body));
    await this.transaction.run((tx) => this.write(tx, actor, { ...params, ...body }, days));
  }

  /** The same for minutes that are on their days already. */
  async write(tx: Tx, actor: Actor, study: SelfStudy, days: readonly DayMinutes[]): Promise<void> {
    const { editionId, moduleNumber, entryId, note } = study;
    // Another declaration of the same person waits here.
    const all = await this.enrolments.lockOf(tx, actor.accountId);
    const enrolment = orNotFound(all.find((one) => one.editionId === editionId));
    const declared = {
      enrolmentId: enrolment.id,
      moduleNumber,
      kind: 'self-study',
      source: 'declaration',
      sourceId: entryId,
      note,
    } as const;
    const [edition, { isThere, recorded }, room] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.ledger.declared(actor, declared, days),
      this.room(enrolment.id, moduleNumber),
    ]);
    const planned = orNotFound(edition.definition.modules.find(({ number }) => number === moduleNumber));
    if (isThere) return;
    const today = dayOf(this.clock.now(), edition.timeZone);
    orRefuse(
      declareSelfStudy(
        days,
        { notional: planned.minutes['self-study'], ...room },
        { today, firstDay: edition.startsOn, recorded },
      ),
    );
    await this.ledger.declare(tx, declared, days, actor);
  }

  /** The minutes of a module that are declared, and those that a tutor approved beyond its plan. */
  private async room(enrolmentId: string, moduleNumber: number): Promise<{ declared: number; approvedMore: number }> {
    const ofModule = 'WHERE enrolmentId = :enrolmentId AND moduleNumber = :moduleNumber';
    const [sums] = await this.database.rows(
      cellsOf(
        {
          declared: `(SELECT SUM(minutes) FROM workload_entry ${ofModule} AND kind = 'self-study')`,
          approvedMore: `(SELECT SUM(minutes) FROM self_study_approval ${ofModule})`,
        },
        '',
        { enrolmentId, moduleNumber },
      ),
    );
    return { declared: Number(sums?.declared ?? 0), approvedMore: Number(sums?.approvedMore ?? 0) };
  }
}
