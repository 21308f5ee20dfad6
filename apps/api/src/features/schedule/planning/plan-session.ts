import type { InputOf, planSession } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { SessionPlanned } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { newSession } from './new-session';
import { Timetabler } from './timetabler';

@Injectable()
export class PlanSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
  ) {}

  /**
   * Plans a session of a module; the module says whether it is online or in presence.
   * Refusals: schedule.no-such-module, schedule.no-such-local-time, schedule.no-such-zone,
   * schedule.ends-before-it-starts, schedule.too-long, schedule.starts-in-the-past, schedule.outside-the-edition,
   * schedule.room-missing, schedule.link-missing, schedule.room-too-small, schedule.room-taken,
   * schedule.no-such-provider.
   */
  async run({ params, body }: InputOf<typeof planSession>): Promise<{ id: string }> {
    const { editionId } = params;
    const { moduleNumber, title } = body;
    return this.transaction.run(async (tx) => {
      const edition = orNotFound(await this.editions.byId(editionId));
      const module = edition.definition.modules.find(({ number }) => number === moduleNumber);
      if (!module) throw new Refused(refuse('schedule.no-such-module', { number: moduleNumber }));
      const { mode } = module;
      const bookings = await this.timetabler.hold(tx, [body.roomId ?? []].flat());
      const place = orRefuse(this.timetabler.place(edition, mode, body, bookings));
      const session = newSession({ editionId, moduleNumber, title, mode }, place, this.clock.now());
      await tx.insert(Session, session);
      await tx.publish(new SessionPlanned(editionId));
      return { id: session.id };
    });
  }
}
