import { joinUrl, line as lineShape, type Room as RoomView, type SessionPlan } from '@libretto/contracts';
import { isCalled, isRefusal, type Refusal, refuse, typedDay, typedTime } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';
import type { EditionCard } from '../../editions';
import { newSession } from './new-session';
import { type Bookings, Timetabler } from './timetabler';
import type { Session } from '../timetable/session.entity';
import { Clock } from '../../../platform/clock/clock';

type Line = SessionPlan['lines'][number];

/** One line of a plan: the session that it becomes, or the first reason why it becomes none. */
export interface ReadLine {
  readonly moduleNumber: number | null;
  readonly session: Session | null;
  readonly fault: Refusal | null;
}

const longestTitle = 120;
const titleShape = lineShape(longestTitle);

/** Reads plans, in the words of people and their files. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly clock: Clock,
    private readonly timetabler: Timetabler,
  ) {}

  /** Every line, checked against the rooms' bookings and the lines before it. */
  read(edition: EditionCard, { zone, lines }: SessionPlan, bookings: Bookings): ReadLine[] {
    const booked = [...bookings.booked];
    return lines.map((line) => {
      const module = moduleCalled(edition, line.module);
      if (!module) {
        const fault = refuse('schedule.no-such-module', { number: line.module });
        return { moduleNumber: null, session: null, fault };
      }
      const session = this.sessionOf(edition, module, line, zone, { ...bookings, booked });
      if (isRefusal(session)) return { moduleNumber: module.number, session: null, fault: session };
      booked.push(session);
      return { moduleNumber: module.number, session, fault: null };
    });
  }

  private sessionOf(
    edition: EditionCard,
    { number: moduleNumber, mode }: EditionCard['definition']['modules'][number],
    line: Line,
    zone: string,
    bookings: Bookings,
  ): Session | Refusal {
    const title = z.safeParse(titleShape, line.title);
    if (!title.success) return refuse('schedule.title-unfit', { most: longestTitle });
    const day = typedDay(line.day);
    if (!day) return refuse('schedule.no-such-day', { day: line.day });
    const [from, to] = [typedTime(line.from), typedTime(line.to)];
    if (!from || !to) return refuse('schedule.no-such-time', { time: from ? line.to : line.from });
    const place = placeOf(line, bookings);
    if (isRefusal(place)) return place;
    const wish = { startsLocal: `${day}T${from}`, endsLocal: `${day}T${to}`, zone, ...place };
    const answer = this.timetabler.place(edition, mode, wish, bookings);
    if (isRefusal(answer)) return answer;
    const what = { editionId: edition.id, moduleNumber, title: title.data, mode };
    return newSession(what, answer, this.clock.now());
  }
}

const moduleCalled = ({ definition }: EditionCard, text: string) =>
  definition.modules.find(
    ({ number, title }) =>
      String(number) === text.trim() || isCalled(text, ...Object.values(title).flatMap((one) => one ?? [])),
  );

/** The room and the link that a line names; either may be left out. */
function placeOf({ room, link }: Line, { rooms }: Bookings): { roomId?: string; joinUrl?: string } | Refusal {
  const url = z.safeParse(joinUrl, link);
  if (link && !url.success) return refuse('schedule.link-unfit');
  const called = [...rooms.values()].filter((one) => one.id === room || isCalled(room, one.name, inFull(one)));
  // A name that two venues use does not say which.
  if (room && called.length !== 1) return refuse('schedule.no-such-room', { room });
  return { ...(room && called[0] ? { roomId: called[0].id } : {}), ...(link && url.data ? { joinUrl: url.data } : {}) };
}

const inFull = ({ name, venue }: Pick<RoomView, 'name' | 'venue'>): string => `${name}, ${venue}`;
