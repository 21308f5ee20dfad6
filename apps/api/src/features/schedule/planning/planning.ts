import type { readPlanning, ReplyOf } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Room } from '../timetable/room.entity';

@Injectable()
export class Planning {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /** The choices for planning a session of this edition. */
  async of(editionId: string): Promise<ReplyOf<typeof readPlanning>> {
    const { timeZone, startsOn, endsOn, definition } = orNotFound(await this.editions.byId(editionId));
    return {
      zone: timeZone,
      firstDay: startsOn,
      lastDay: endsOn,
      modules: definition.modules.map(({ number, title, mode }) => ({ number, title: { ...title }, mode })),
      rooms: await this.database.read.find(Room, { order: { venue: 'ASC', name: 'ASC' } }),
    };
  }
}
