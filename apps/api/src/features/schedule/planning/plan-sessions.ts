import type { CheckedPlan, checkSessionPlan, InputOf, planSessions } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, reasonOf, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { SessionPlanned } from '../schedule.events';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';
import { ClashFinder } from './clash-finder';
import { PlanReader } from './plan-reader';
import { modulesIn } from './timetable-check';
import { Timetabler } from './timetabler';

/** Plans many sessions at once: a series, or the lines of a file. */
@Injectable()
export class PlanSessions {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly finder: ClashFinder,
    private readonly timetabler: Timetabler,
    private readonly reader: PlanReader,
  ) {}

  /** The same look as before saving, without saving. Six statements, whatever the number of lines. */
  async check({ params, body }: InputOf<typeof checkSessionPlan>): Promise<CheckedPlan> {
    const { read } = this.database;
    const edition = orNotFound(await this.editions.byId(params.editionId));
    const rooms = await read.find(Room);
    const lines = this.reader.read(edition, body, await this.timetabler.bookingsOf(read, rooms));
    const { sessions, of } = await this.finder.in(edition.id);
    const planned = lines.flatMap(({ session }) => session ?? []);
    const byId = new Map(rooms.map((room) => [room.id, room]));
    return {
      lines: lines.map(({ moduleNumber, session, fault }) => ({
        moduleNumber,
        startsAt: session?.startsAt.toISOString() ?? null,
        endsAt: session?.endsAt.toISOString() ?? null,
        room: byId.get(session?.roomId ?? '') ?? null,
        fault: reasonOf(fault),
        clashes: session ? of(session, planned) : { sessions: [], participants: 0 },
      })),
      modules: modulesIn(edition, [...sessions, ...planned]),
    };
  }

  /** All of them in one transaction. Refusals: schedule.plan-has-faults. */
  async run({ params, body }: InputOf<typeof planSessions>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const edition = orNotFound(await this.editions.byId(params.editionId));
      // All rooms: whatever a line calls its room, its bookings stand still.
      const rooms = await tx.manager.find(Room, { select: { id: true } });
      const bookings = await this.timetabler.hold(
        tx,
        rooms.map(({ id }) => id),
      );
      const lines = this.reader.read(edition, body, bookings);
      const faults = lines.filter(({ fault }) => fault).length;
      if (faults) throw new Refused(refuse('schedule.plan-has-faults', { rows: faults }));
      await tx.insert(
        Session,
        lines.flatMap(({ session }) => session ?? []),
      );
      await tx.publish(new SessionPlanned(edition.id));
    });
  }
}
