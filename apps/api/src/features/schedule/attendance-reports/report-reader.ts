import type { CheckedReport, ReportedLines } from '@libretto/contracts';
import {
  compare,
  comparison,
  joinOpensAt,
  minutesIn,
  plain,
  reportedAttendance,
  reportedTime,
  rollIsOpen,
  sortNameOf,
  type Span,
  unitedWithin,
  usualLateAfterMinutes,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { Attendance } from '../attendance/attendance.entity';
import type { Session } from '../timetable/session.entity';

type Lines = ReportedLines['lines'];

/** Reads a meeting’s report beside a roll: whom its people are, and what their times come to. Looking and saving ask the same. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet. */
  async read(session: Session, { zone, lines, chosen }: ReportedLines): Promise<CheckedReport> {
    orRefuse(rollIsOpen(session, joinOpensAt(session), this.clock.now()));
    const { id: sessionId, editionId } = session;
    const [edition, enrolments, marks] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.allOf(editionId),
      this.database.rows(rowsOf(Attendance, 'WHERE it.sessionId = :sessionId', { sessionId })),
    ]);
    const accounts = await this.people.byIds(enrolments.map(({ accountId }) => accountId));
    const enrolled = enrolments.flatMap(({ id, accountId, enrolledAt }) => {
      const person = accounts.get(accountId);
      return person ? [{ ...person, id, enrolledAt }] : [];
    });
    const { lateAfterMinutes = usualLateAfterMinutes } = edition.definition.attendance;
    const hands = new Map(chosen.map(({ who, enrolmentId }) => [who, enrolmentId]));
    const known = new Set(enrolments.map(({ id }) => id));
    if (chosen.some(({ enrolmentId }) => enrolmentId !== null && !known.has(enrolmentId))) throw notFound();
    const standing = new Map(marks.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
    const matchOf = comparison(enrolled);
    const reported = [...Map.groupBy(lines, whoOf)].flatMap(([who, own]) => {
      const { name = '', email = '' } = own[0] ?? {};
      if (!who) return [];
      const hand = hands.get(who);
      const found = hand === undefined ? matchOf({ name, email }) : null;
      const times = own.map((line) => spanOf(line, zone, session));
      const spans = times.flatMap((one) => (typeof one === 'string' ? [] : [one]));
      const unread = times.filter((one) => typeof one === 'string');
      const match = hand === undefined ? (found?.certainty ?? 'nobody') : hand === null ? 'nobody' : 'chosen';
      return [{ who, name, email, enrolmentId: hand ?? found?.id ?? null, match, spans, unread } as const];
    });
    const spansOf = Map.groupBy(reported, ({ enrolmentId }) => enrolmentId);
    const asked = enrolled.filter(({ id, enrolledAt }) => enrolledAt <= session.startsAt || spansOf.has(id));
    return {
      people: reported.map(({ spans, ...one }) => ({ ...one, minutes: minutesIn(unitedWithin(spans, session)) })),
      lateAfterMinutes,
      participants: asked
        .toSorted((one, other) => compare(sortNameOf(one), sortNameOf(other)))
        .map(({ id, name }) => {
          const spans = spansOf.get(id)?.flatMap((one) => one.spans) ?? [];
          return {
            enrolmentId: id,
            name,
            minutes: minutesIn(unitedWithin(spans, session)),
            ...reportedAttendance(spans, session, lateAfterMinutes),
            standing: standing.get(id) ?? null,
          };
        }),
    };
  }
}

/** An address tells people apart, and names where there is none. */
const whoOf = ({ name, email }: Lines[number]): string => plain(email) || plain(name);

/** When somebody was there by one row; the text of a time that cannot be read. Who never left was there to the end. */
function spanOf({ joined, left, minutes }: Lines[number], zone: string, session: Session): Span | string {
  if (!joined) {
    const counted = /^\s*\d{1,5}([.,]\d+)?\s*$/.test(minutes) ? Number(minutes.replace(',', '.')) : -1;
    const endsAt = new Date(session.startsAt.getTime() + counted * 60_000);
    return counted >= 0 ? { startsAt: session.startsAt, endsAt } : minutes;
  }
  const startsAt = reportedTime(joined, zone, session);
  const endsAt = left ? reportedTime(left, zone, session) : session.endsAt;
  return startsAt && endsAt ? { startsAt, endsAt } : startsAt ? left : joined;
}
