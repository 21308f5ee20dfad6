import { foreseenFor, neededOf, plannedByDay } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { rowsOf } from '../../platform/database/read-together';
import { Transaction } from '../../platform/database/transaction';
import { RoleRegister } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { Ledger } from '../workload';
import { FallingBehind } from './falling-behind.entity';
import { FellBehind } from './pace.events';
import { askedOf, behindPercentOf, planOf } from './plan-of-edition';

/** Keeps the rows of those who are behind. */
@Injectable()
export class ReckonPace {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly ledger: Ledger,
    private readonly roles: RoleRegister,
  ) {}

  /** Everybody in one edition, while it runs. A second run finds nobody new. */
  async edition(editionId: string): Promise<void> {
    const [edition, sessions, enrolments] = await Promise.all([
      this.editions.byId(editionId),
      this.timetable.ofEdition(editionId),
      this.enrolments.allOf(editionId),
    ]);
    if (edition?.state !== 'open') return;
    const plan = planOf(edition, sessions, this.clock.now());
    if (plan.today <= edition.startsOn || plan.today > edition.endsOn) return;
    const planned = plannedByDay(plan);
    const foreseen = new Map(enrolments.map((one) => [one.id, foreseenFor(planned, askedOf(edition, one, plan))]));
    const [sums, known] = await Promise.all([
      this.ledger.sums([...foreseen.keys()]),
      this.database.rows(rowsOf(FallingBehind, 'WHERE it.editionId = :editionId', { editionId })),
    ]);
    const before = new Set(known.map(({ enrolmentId }) => enrolmentId));
    const percent = behindPercentOf(edition);
    const concerned = [...foreseen].flatMap(([enrolmentId, minutes]) => {
      const recorded = sums.get(enrolmentId)?.total ?? 0;
      const needed = neededOf(minutes, percent);
      return recorded < needed || before.has(enrolmentId) ? [{ enrolmentId, foreseen: minutes, needed }] : [];
    });
    if (concerned.length) await this.keep(editionId, concerned);
  }

  private async keep(
    editionId: string,
    concerned: readonly { enrolmentId: string; foreseen: number; needed: number }[],
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      const ids = concerned.map(({ enrolmentId }) => enrolmentId);
      // Whoever records hours waits here, and so does another run of the same job, which then finds the rows of this one.
      await this.enrolments.lock(tx, ids);
      const sums = await this.ledger.sums(ids);
      const rows = await tx.manager.findBy(FallingBehind, { enrolmentId: In(ids) });
      const known = new Map(rows.map((row) => [row.enrolmentId, row]));
      const fallen: FallingBehind[] = [];
      for (const { enrolmentId, foreseen, needed } of concerned) {
        const row = known.get(enrolmentId);
        const recorded = sums.get(enrolmentId)?.total ?? 0;
        if (recorded >= needed) {
          if (row) await tx.manager.delete(FallingBehind, { id: row.id });
        } else if (!row) {
          fallen.push({ id: newId(), enrolmentId, editionId, recorded, foreseen, needed, since: this.clock.now() });
        } else if (row.foreseen !== foreseen || row.needed !== needed)
          await tx.manager.update(FallingBehind, { id: row.id }, { foreseen, needed });
      }
      if (!fallen.length) return;
      await tx.insert(FallingBehind, fallen);
      const tutors = await this.roles.holders(editionId, ['tutor']);
      await tx.publish(
        new FellBehind(
          editionId,
          fallen.map(({ enrolmentId }) => enrolmentId),
          tutors.map(({ accountId }) => accountId),
        ),
      );
    });
  }
}
