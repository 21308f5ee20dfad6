import type { readToday, ReplyOf, SessionView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { joinOpensAt } from '@libretto/domain';
import { Clock } from '../../../platform/clock/clock';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Timetable } from './timetable';

/** The number of coming sessions that a tutor can prepare for. */
const sessionsAhead = 3;

@Injectable()
export class TutorsToday {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** The tutor's work of now: sessions from a quarter of an hour before they begin, and rolls that nobody closed. */
  async of(editionId: string): Promise<ReplyOf<typeof readToday>> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const planned = (await this.timetable.of(edition)).filter(({ state }) => state === 'planned');
    const now = this.clock.now();
    const hasOpened = ({ startsAt }: SessionView) => joinOpensAt({ startsAt: new Date(startsAt) }) <= now;
    const isOver = ({ endsAt }: SessionView) => new Date(endsAt) <= now;
    return {
      now: planned.filter((session) => hasOpened(session) && !isOver(session)),
      rollsToClose: planned.filter(isOver),
      next: planned.filter((session) => !hasOpened(session)).slice(0, sessionsAhead),
    };
  }
}
