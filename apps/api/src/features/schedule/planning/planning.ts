import type { readPlanning, ReplyOf } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { foreseenIn } from './foreseen-in';
import { MeetingProviders } from '../meetings/meeting-providers';
import { Room } from '../timetable/room.entity';
import { TutorsOfSessions } from '../timetable/tutors-of-sessions';

@Injectable()
export class Planning {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly teaching: TutorsOfSessions,
    private readonly meetings: MeetingProviders,
  ) {}

  /** The choices for planning a session of this edition. */
  async of(editionId: string): Promise<ReplyOf<typeof readPlanning>> {
    const [{ timeZone, startsOn, endsOn, definition }, rooms, { tutors }] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.database.rows(rowsOf(Room, '', {}, { by: ['venue', 'name'] })),
      this.teaching.in(editionId),
    ]);
    return {
      zone: timeZone,
      firstDay: startsOn,
      lastDay: endsOn,
      modules: definition.modules.map(({ number, title, mode }) => ({ number, title: { ...title }, mode })),
      rooms,
      tutors: [...tutors],
      providers: [...this.meetings.kinds],
      foreseen: foreseenIn({ startsOn, definition }),
    };
  }
}
