import type { InputOf, moveSession, ProgrammeModule } from '@libretto/contracts';
import {
  dayOf,
  instantOf,
  isRefusal,
  placeFor,
  plausibleSpan,
  type Refusal,
  refuse,
  roomIsFree,
  roomTakes,
  type Span,
  withinEdition,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/transaction';
import type { EditionCard } from '../../editions';
import { MeetingProviders } from '../meetings/meeting-providers';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';

type Wish = InputOf<typeof moveSession>['body'];

/** The time and the place of a session. */
export type TimeAndPlace = Pick<Session, 'startsAt' | 'endsAt' | 'zone' | 'roomId' | 'joinUrl' | 'meeting'>;

/** A session that occupies its room. */
type Booking = Span & Pick<Session, 'id' | 'title' | 'roomId' | 'editionId'>;

/** Rooms, and what they are booked for from now on. A session that is placed is added by whoever goes on placing. */
export interface Bookings {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly booked: readonly Booking[];
}

/** Turns a typed time and place into a free time slot and room. */
@Injectable()
export class Timetabler {
  constructor(
    private readonly clock: Clock,
    private readonly meetings: MeetingProviders,
  ) {}

  /** These rooms, held until the end of the transaction: another booking of one waits until this one is committed. */
  async hold(tx: Tx, roomIds: readonly string[]): Promise<Bookings> {
    return this.bookingsOf(tx.manager, await tx.lockByIds(Room, roomIds));
  }

  /** What these rooms are booked for. One statement. */
  async bookingsOf(read: EntityManager, rooms: readonly Room[]): Promise<Bookings> {
    const booked = await read.findBy(Session, {
      roomId: In(rooms.map(({ id }) => id)),
      state: In(['planned', 'held']),
      endsAt: MoreThan(this.clock.now()),
    });
    return { rooms: new Map(rooms.map((room) => [room.id, room])), booked };
  }

  /** Checks a wish against the bookings. `sessionId` is the session that moves. */
  place(
    edition: EditionCard,
    mode: ProgrammeModule['mode'],
    wish: Wish,
    bookings: Bookings,
    sessionId = '',
  ): TimeAndPlace | Refusal {
    const span = this.spanOf(edition, wish);
    if (isRefusal(span)) return span;
    if (wish.meeting && !this.meetings.kinds.includes(wish.meeting)) return refuse('schedule.no-such-provider');
    const place = placeFor(mode, wish);
    if (isRefusal(place)) return place;
    const answer = place.roomId === null || bookRoom(place.roomId, span, edition.capacity, bookings, sessionId);
    return answer === true ? { ...span, zone: wish.zone, ...place } : answer;
  }

  /** A wish to move, whole: the parts of the place that it leaves out stay as they were. */
  wishOf({ roomId, joinUrl, meeting }: Session, wish: Wish): Wish {
    // A typed link takes the place of a meeting that is made.
    return { roomId, joinUrl, meeting: wish.joinUrl ? null : meeting, ...wish };
  }

  /** The span of a wish, whatever speaks against it; nothing where its times are none. */
  spanTyped({ startsLocal, endsLocal, zone }: Wish): Span | null {
    const [startsAt, endsAt] = [instantOf(startsLocal, zone), instantOf(endsLocal, zone)];
    return isRefusal(startsAt) || isRefusal(endsAt) ? null : { startsAt, endsAt };
  }

  private spanOf(edition: EditionCard, { startsLocal, endsLocal, zone }: Wish): Span | Refusal {
    const [startsAt, endsAt] = [instantOf(startsLocal, zone), instantOf(endsLocal, zone)];
    if (isRefusal(startsAt)) return startsAt;
    if (isRefusal(endsAt)) return endsAt;
    const plausible = plausibleSpan({ startsAt, endsAt }, this.clock.now());
    if (plausible !== true) return plausible;
    const within = withinEdition(dayOf(startsAt, edition.timeZone), edition);
    if (within !== true) return within;
    return { startsAt, endsAt };
  }
}

function bookRoom(
  roomId: string,
  span: Span,
  people: number,
  { rooms, booked }: Bookings,
  sessionId: string,
): true | Refusal {
  const room = rooms.get(roomId);
  if (!room) return refuse('common.not-found');
  const fits = roomTakes(room, people);
  if (fits !== true) return fits;
  return roomIsFree(
    span,
    booked.filter((other) => other.roomId === roomId && other.id !== sessionId),
  );
}
