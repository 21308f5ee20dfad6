import type { ProgrammeDefinition, SessionView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Room } from './room.entity';
import { Session } from './session.entity';
import { viewOf } from './session-view';

@Injectable()
export class Timetable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The sessions of an edition, or of one module in it, in their order. Two statements. */
  async of(edition: { id: string; definition: ProgrammeDefinition }, moduleNumber?: number): Promise<SessionView[]> {
    const sessions = await this.database.read.find(Session, {
      where: { editionId: edition.id, ...(moduleNumber === undefined ? {} : { moduleNumber }) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const rooms = await this.roomsOf(sessions);
    const now = this.clock.now();
    return sessions.map((session) => viewOf(session, rooms, edition.definition, now));
  }

  /** The rooms of these sessions, by id. One statement. */
  async roomsOf(sessions: readonly Pick<Session, 'roomId'>[]): Promise<Map<string, Room>> {
    const ids = sessions.flatMap(({ roomId }) => roomId ?? []);
    const rooms = ids.length ? await this.database.read.findBy(Room, { id: In(ids) }) : [];
    return new Map(rooms.map((room) => [room.id, room]));
  }
}
