import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Timetable } from '../timetable/timetable';
import { CalendarWriter } from './calendar-writer';

/** One session for somebody's calendar. */
@Injectable()
export class SessionFile {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly timetable: Timetable,
    private readonly writer: CalendarWriter,
  ) {}

  /** In the language of the reader's browser. */
  async of(editionId: string, sessionId: string, language: string): Promise<string> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const session = orNotFound(await this.timetable.session(sessionId));
    return this.writer.session(language, { session, edition });
  }
}
