import type { InputOf, planSession } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { SessionPlanned } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { Timetabler } from './timetabler';

@Injectable()
export class PlanSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
  ) {}

  /**
   * Plans a session of a module; the module says whether it is online or in presence.
   * Refusals: schedule.no-such-module, schedule.no-such-local-time, schedule.no-such-zone,
   * schedule.ends-before-it-starts, schedule.too-long, schedule.starts-in-the-past, schedule.outside-the-edition,
   * schedule.room-missing, schedule.link-missing, schedule.room-too-small, schedule.room-taken.
   */
  async run({ params, body }: InputOf<typeof planSession>): Promise<{ id: string }> {
    const { editionId } = params;
    const { moduleNumber, title } = body;
    const id = newId();
    await this.transaction.run(async (tx) => {
      const edition = await this.editions.hold(tx, editionId);
      const module = edition.definition.modules.find(({ number }) => number === moduleNumber);
      if (!module) throw new Refused(refuse('schedule.no-such-module', { number: moduleNumber }));
      const place = await this.timetabler.place(tx, edition, module.mode, body);
      await tx.insert(Session, {
        id,
        editionId,
        moduleNumber,
        title,
        mode: module.mode,
        state: 'planned',
        ...place,
        cancelledBecause: null,
        rollClosedAt: null,
        rollClosedBy: null,
      });
      await tx.publish(new SessionPlanned(editionId));
    });
    return { id };
  }
}
