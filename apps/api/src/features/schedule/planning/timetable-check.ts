import type { checkMove, checkTimetable, InputOf, ReplyOf } from '@libretto/contracts';
import { contactPlanned, isRefusal, move } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { countOf, rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound, reasonOf } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { Room } from '../timetable/room.entity';
import type { Session } from '../timetable/session.entity';
import { Timetable } from '../timetable/timetable';
import { ClashFinder } from './clash-finder';
import { EverybodyConcerned } from './everybody-concerned';
import { foreseenIn } from './foreseen-in';
import { Timetabler } from './timetabler';

/** Says what does not fit, before and after something is planned. It changes nothing and refuses nothing. */
@Injectable()
export class TimetableCheck {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly timetable: Timetable,
    private readonly timetabler: Timetabler,
    private readonly finder: ClashFinder,
    private readonly concerned: EverybodyConcerned,
  ) {}

  async ofEdition(editionId: string): Promise<ReplyOf<typeof checkTimetable>> {
    const [edition, { sessions, of, tutors }, people] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.finder.in(editionId),
      this.concerned.in(editionId),
    ]);
    const now = this.clock.now();
    return {
      firstDay: edition.startsOn,
      lastDay: edition.endsOn,
      modules: modulesIn(edition, sessions),
      tutors: [...tutors],
      foreseen: foreseenIn(edition),
      sessions: sessions
        .filter(({ endsAt }) => endsAt > now)
        .map((session) => ({ id: session.id, clashes: of(session) }))
        .filter(({ clashes }) => clashes.sessions.length || clashes.participants),
      people: people.length,
    };
  }

  /** The same look as before moving. */
  async ofMove({ params, body }: InputOf<typeof checkMove>): Promise<ReplyOf<typeof checkMove>> {
    const { editionId, sessionId } = params;
    const [edition, session, rooms, [marks], { of }, people] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.timetable.session(sessionId),
      this.database.rows(rowsOf(Room, '', {})),
      // Somebody who is excused beforehand is no roll that has begun.
      this.database.rows(countOf("FROM attendance WHERE sessionId = :sessionId AND mark <> 'excused'", { sessionId })),
      this.finder.in(editionId),
      this.concerned.in(editionId),
    ]);
    if (session?.editionId !== editionId) throw notFound();
    const wish = this.timetabler.wishOf(session, body);
    const bookings = await this.timetabler.bookingsOf(this.database.read, rooms);
    const place = this.timetabler.place(edition, session.mode, wish, bookings, sessionId);
    const may = move(session, Boolean(marks));
    const span = isRefusal(place) ? this.timetabler.spanTyped(wish) : place;
    return {
      startsAt: span?.startsAt.toISOString() ?? null,
      endsAt: span?.endsAt.toISOString() ?? null,
      fault: reasonOf(may === true ? place : may),
      clashes: span ? of({ ...session, ...span }) : { sessions: [], participants: 0 },
      people: people.length,
    };
  }
}

/** The minutes of each module's sessions beside the programme's. */
export function modulesIn({ definition }: EditionCard, sessions: readonly Session[]) {
  return contactPlanned(definition.modules, sessions).map((planned) => ({
    ...planned,
    title: { ...definition.modules.find(({ number }) => number === planned.number)?.title },
  }));
}
