import { createHash } from 'node:crypto';
import type { CheckedIn, checkIn, InputOf } from '@libretto/contracts';
import {
  type Actor,
  asksWhetherNear,
  attendanceAt,
  isSentLater,
  mayCheckIn,
  mayHaveBeenKept,
  momentOfScan,
  refuse,
  standsWhenTheyCome,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { type Allowance, Limits } from '../../../platform/limits/limits';
import { orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { Attendance } from '../attendance/attendance.entity';
import { AttendanceTaken } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import type { SessionWithRoom } from '../timetable/session-rows';
import { Timetable } from '../timetable/timetable';
import { Arrival } from './arrival.entity';
import { CheckInCodes } from './check-in-codes';

const byOnePerson: Allowance = { name: 'check-in-by-person', times: 20, seconds: 60 };
/** A device may be lent to a neighbour, not to a whole course. */
const fromOneDevice: Allowance = { name: 'check-in-from-device', times: 20, seconds: 600 };

/** Whose code it is, and what this person has at that session. */
interface Place {
  readonly session: SessionWithRoom;
  readonly rotation: number;
  readonly enrolment: EnrolmentCard;
  readonly taken: Attendance | undefined;
  readonly arrival: Arrival | undefined;
}

@Injectable()
export class CheckIn {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly codes: CheckInCodes,
  ) {}

  /**
   * Marks oneself as present, or late, with a code that is on the wall. A mark that was given there stays, whoever gave it;
   * an excuse from before gives way to who comes.
   * Refusals: check-in.code-unknown, check-in.code-changed, check-in.kept-too-long, check-in.not-enrolled,
   * check-in.too-early, check-in.over, schedule.session-cancelled, editions.is-closed.
   */
  async run(actor: Actor, { body }: Pick<InputOf<typeof checkIn>, 'body'>): Promise<CheckedIn> {
    await this.limits.take(byOnePerson, actor.accountId);
    await this.limits.take(fromOneDevice, body.device);
    orRefuse(mayHaveBeenKept(body.waitedSeconds ?? 0));
    try {
      return await this.checkIn(actor, body);
    } catch (error) {
      // Somebody marked this person meanwhile, or they sent it twice: the mark is there now.
      if (isUniqueViolation(error)) return this.checkIn(actor, body);
      throw error;
    }
  }

  private async checkIn(actor: Actor, body: InputOf<typeof checkIn>['body']): Promise<CheckedIn> {
    const now = this.clock.now();
    const own = actor.editions.flatMap(({ editionId, role }) => (role === 'participant' ? [editionId] : []));
    const [editions, place] = await Promise.all([this.editions.byIds(own), this.placeOf(actor, own, body.code, now)]);
    const { session, rotation, enrolment, arrival } = place;
    const stands = place.taken && standsWhenTheyCome(place.taken.at, session);
    const [taken, given] = stands ? [place.taken] : [undefined, place.taken];
    // Whoever is in is told so again, though their code is an old one by now.
    if (taken && arrival) return told(place, taken, taken.byAccountId === actor.accountId ? 'check-in' : 'tutor');
    const at = orRefuse(momentOfScan(rotation, body.waitedSeconds ?? 0, now));
    const terms = orNotFound(editions.get(session.editionId)).definition.attendance;
    const attendance = taken ?? attendanceAt(session, at, terms);
    await this.transaction.run(async (tx) => {
      orRefuse(mayCheckIn(await this.editions.holdWithin(tx, Session, session.id), at));
      const whose = { sessionId: session.id, enrolmentId: enrolment.id };
      const by = { byAccountId: actor.accountId, at: now };
      // Whoever was excused comes after all. If a tutor has marked them by now, theirs stays, and the insertion finds it.
      if (given) await tx.manager.delete(Attendance, { id: given.id, at: given.at });
      if (!taken) await tx.insert(Attendance, { id: newId(), ...whose, ...attendance, ...by });
      // Seconds on the way are no wait: a tutor need not look at them.
      const scannedAt = isSentLater(at, now) ? at : now;
      const device = createHash('sha256').update(body.device).digest('hex');
      await tx.insertMissing(Arrival, [{ id: newId(), ...whose, device, scannedAt, arrivedAt: now, wasNear: null }]);
      await tx.publish(new AttendanceTaken(session.id));
    });
    return told(place, attendance, taken ? 'tutor' : null);
  }

  /** Two statements; the second is asked together with the definitions of the editions. */
  private async placeOf({ accountId }: Actor, own: readonly string[], code: string, now: Date): Promise<Place> {
    const named = this.codes.sessionNamedIn(code);
    const [sessions, enrolments] = await Promise.all([
      named ? this.timetable.session(named).then((session) => session ?? []) : this.timetable.around(own, now),
      this.enrolments.ofPerson(accountId),
    ]);
    const [place, ...others] = [sessions].flat().flatMap((session) => {
      const rotation = this.codes.rotationOf(session.id, code, now);
      return rotation === undefined ? [] : [{ session, rotation }];
    });
    if (!place || others.length) throw new Refused(refuse('check-in.code-unknown'));
    const { session } = place;
    const enrolment = enrolments.find(({ editionId }) => editionId === session.editionId);
    if (!enrolment || !own.includes(session.editionId)) throw new Refused(refuse('check-in.not-enrolled'));
    const whose = { sessionId: session.id, enrolmentId: enrolment.id };
    const [[taken], [arrival]] = await Promise.all([
      this.database.rows(rowsOf(Attendance, `WHERE ${isTheirs}`, whose)),
      this.database.rows(rowsOf(Arrival, `WHERE ${isTheirs}`, whose)),
    ]);
    return { ...place, enrolment, taken, arrival };
  }
}

const told = (
  { session, arrival }: Place,
  { mark, minutesLate }: Pick<Attendance, 'mark' | 'minutesLate'>,
  before: CheckedIn['before'],
): CheckedIn => {
  const { id, editionId, title, startsAt, endsAt, zone, room } = session;
  return {
    editionId,
    session: { id, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), zone },
    mark,
    minutesLate,
    before,
    near:
      room && asksWhetherNear(room) && !arrival?.wasNear
        ? { venue: room.venue, coordinates: room.coordinates, radius: room.radius }
        : null,
  };
};

const isTheirs = 'it.sessionId = :sessionId AND it.enrolmentId = :enrolmentId';
