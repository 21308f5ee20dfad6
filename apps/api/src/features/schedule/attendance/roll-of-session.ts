import type { Roll } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  closeRoll,
  joinOpensAt,
  mayCorrectRoll,
  rollIsOpen,
  sortNameOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { mayCorrectOldRoll } from '../schedule.policy';
import { Session } from '../timetable/session.entity';
import { viewOf } from '../timetable/session-view';
import { Timetable } from '../timetable/timetable';

@Injectable()
export class RollOfSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** Everybody enrolled, by name, with their marks and the corrections. */
  async read(actor: Actor, editionId: string, sessionId: string): Promise<Roll> {
    const { read } = this.database;
    const session = await read.findOneBy(Session, { id: sessionId, editionId });
    if (!session) throw notFound();
    const { definition, state } = orNotFound(await this.editions.byId(editionId));
    const isRunning = changeIn(state);
    const enrolments = await this.enrolments.allOf(editionId);
    const taken = new Map(
      (await read.findBy(Attendance, { sessionId })).map((attendance) => [attendance.enrolmentId, attendance]),
    );
    const changes = await read.find(AttendanceChange, { where: { sessionId }, order: { id: 'ASC' } });
    const changesOf = Map.groupBy(changes, ({ enrolmentId }) => enrolmentId);
    const hands = [
      ...changes.map(({ byAccountId }) => byAccountId),
      ...(session.rollClosedBy ? [session.rollClosedBy] : []),
    ];
    const people = await this.people.byIds([...enrolments.map(({ accountId }) => accountId), ...hands]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    const sortName = (accountId: string) => sortNameOf(people.get(accountId) ?? { givenName: '', familyName: '' });

    const now = this.clock.now();
    const coordinator = mayCorrectOldRoll(actor, { editionId });
    return {
      session: viewOf(session, await this.timetable.roomsOf([session]), definition, now),
      lateCountsMinutes: definition.attendance.lateCountsMinutes,
      opensAt: joinOpensAt(session).toISOString(),
      closedAt: session.rollClosedAt?.toISOString() ?? null,
      closedBy: session.rollClosedBy && nameOf(session.rollClosedBy),
      people: enrolments
        .toSorted((one, other) => sortName(one.accountId).localeCompare(sortName(other.accountId)))
        .map(({ id, accountId }) => ({
          enrolmentId: id,
          name: nameOf(accountId),
          institution: people.get(accountId)?.institution?.name ?? null,
          mark: taken.get(id)?.mark ?? null,
          minutesLate: taken.get(id)?.minutesLate ?? 0,
          changes: (changesOf.get(id) ?? []).map(({ from, to, reason, byAccountId, at }) => ({
            from,
            to,
            reason,
            by: nameOf(byAccountId),
            at: at.toISOString(),
          })),
        })),
      can: {
        mark: agree(isRunning, rollIsOpen(session, joinOpensAt(session), now)),
        close: agree(isRunning, closeRoll(session, 0, 0, now)),
        correct: agree(isRunning, mayCorrectRoll(session.rollClosedAt, { coordinator }, now)),
      },
    };
  }
}
