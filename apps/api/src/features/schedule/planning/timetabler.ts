import type { InputOf, moveSession, ProgrammeModule } from '@libretto/contracts';
import { dayOf, instantOf, plausibleSpan, refuse, roomIsFree, roomTakes, type Span } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';

type Wish = InputOf<typeof moveSession>['body'];

/** The time and the place of a session. */
export type TimeAndPlace = Pick<Session, 'startsAt' | 'endsAt' | 'zone' | 'roomId' | 'joinUrl'>;

/** Turns a typed time and place into a free time slot and room. */
@Injectable()
export class Timetabler {
  constructor(private readonly clock: Clock) {}

  /** Checks a wish and holds its room until the end of the transaction. `sessionId` is the session that moves. */
  async place(
    tx: Tx,
    edition: EditionCard,
    mode: ProgrammeModule['mode'],
    wish: Wish,
    sessionId = '',
  ): Promise<TimeAndPlace> {
    const { zone } = wish;
    const span = {
      startsAt: orRefuse(instantOf(wish.startsLocal, zone)),
      endsAt: orRefuse(instantOf(wish.endsLocal, zone)),
    };
    orRefuse(plausibleSpan(span, this.clock.now()));
    const day = dayOf(span.startsAt, edition.timeZone);
    if (day < edition.startsOn || day > edition.endsOn)
      throw new Refused(
        refuse('schedule.outside-the-edition', { firstDay: edition.startsOn, lastDay: edition.endsOn }),
      );
    if (mode === 'online') {
      if (!wish.joinUrl) throw new Refused(refuse('schedule.link-missing'));
      return { ...span, zone, roomId: null, joinUrl: wish.joinUrl };
    }
    if (!wish.roomId) throw new Refused(refuse('schedule.room-missing'));
    await this.bookRoom(tx, wish.roomId, span, edition.capacity, sessionId);
    return { ...span, zone, roomId: wish.roomId, joinUrl: null };
  }

  private async bookRoom(tx: Tx, roomId: string, span: Span, people: number, sessionId: string): Promise<void> {
    // Another booking of the same room waits here until this one is committed.
    const room = await tx.lock(Room, roomId);
    orRefuse(roomTakes(room, people));
    const others = await tx.manager.findBy(Session, {
      id: Not(sessionId),
      roomId,
      state: In(['planned', 'held']),
      startsAt: LessThan(span.endsAt),
      endsAt: MoreThan(span.startsAt),
    });
    orRefuse(roomIsFree(span, others));
  }
}
