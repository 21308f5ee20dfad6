import type { InputOf, readRoll, Roll } from '@libretto/contracts';
import { type Actor, agree, changeIn, closeRoll, joinOpensAt, mayCorrectRoll, rollIsOpen } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { flagIn, rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Participants } from '../../places';
import { onRoll } from './on-roll';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { viewOfChange } from './view-of-change';
import { mayCorrectOldRoll } from '../schedule.policy';
import { viewOf } from '../timetable/session-view';
import { Timetable } from '../timetable/timetable';

@Injectable()
export class RollOfSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly participants: Participants,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** The participants by name, page by page, with their marks and the corrections. */
  async read(actor: Actor, { params, query }: InputOf<typeof readRoll>): Promise<Roll> {
    const { editionId, sessionId } = params;
    const { sort, after, ...searched } = query;
    const asked = onRoll({ ...params, ...searched });
    const isSearched = Boolean(searched.q || searched.marked);
    const [edition, session, { items, next }, found, enrolled, missing] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.timetable.session(sessionId),
      this.participants.page({ ...asked, sort: sort ?? 'name', after, size: pageSize }),
      isSearched ? this.participants.count(asked) : null,
      this.participants.count({ editionId }),
      this.participants.count(onRoll({ ...params, marked: 'none' })),
    ]);
    if (session?.editionId !== editionId) throw notFound();
    const { definition, state } = edition;
    const ids = items.map(({ id }) => id);
    const [marks, changes] = await Promise.all([
      this.database.rows(marksOf(sessionId, ids)),
      this.database.rows(rowsOf(AttendanceChange, ...ofPeople(sessionId, ids), { by: ['id'] })),
    ]);
    const taken = new Map(marks.map((attendance) => [attendance.enrolmentId, attendance]));
    const changesOf = Map.groupBy(changes, ({ enrolmentId }) => enrolmentId);
    const hands = [...changes.map(({ byAccountId }) => byAccountId), ...[session.rollClosedBy ?? []].flat()];
    const people = await this.people.byIds([...items.map(({ accountId }) => accountId), ...hands]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    const now = this.clock.now();
    const isRunning = changeIn(state);
    const coordinator = mayCorrectOldRoll(actor, { editionId });
    return {
      session: viewOf(session, definition, now),
      lateCountsMinutes: definition.attendance.lateCountsMinutes,
      opensAt: joinOpensAt(session).toISOString(),
      closedAt: session.rollClosedAt?.toISOString() ?? null,
      closedBy: session.rollClosedBy && nameOf(session.rollClosedBy),
      enrolled,
      missing,
      found: found ?? enrolled,
      next,
      people: items.map(({ id, accountId, enrolledAt }) => ({
        enrolmentId: id,
        name: nameOf(accountId),
        institution: people.get(accountId)?.institution?.name ?? null,
        mark: taken.get(id)?.mark ?? null,
        minutesLate: taken.get(id)?.minutesLate ?? 0,
        isEarlier: session.startsAt < enrolledAt,
        wasNear: wasNear(taken.get(id)?.wasNear),
        changes: (changesOf.get(id) ?? []).map((change) => viewOfChange(change, nameOf)),
      })),
      can: {
        mark: agree(isRunning, rollIsOpen(session, joinOpensAt(session), now)),
        close: agree(isRunning, closeRoll(session, 0, 0, now)),
        correct: agree(isRunning, mayCorrectRoll(session, { coordinator }, now)),
      },
    };
  }
}

const pageSize = 100;

/** Marks with what the check-in beside them says, if there is one. */
const marksOf = (sessionId: string, ids: readonly string[]) =>
  rowsOf(
    Attendance,
    `LEFT JOIN arrival ON arrival.sessionId = it.sessionId AND arrival.enrolmentId = it.enrolmentId
    WHERE it.sessionId = :sessionId AND it.enrolmentId IN (:...ids)`,
    { sessionId, ids },
    { columns: ['enrolmentId', 'mark', 'minutesLate'], beside: { wasNear: 'arrival.wasNear' } },
  );

/** Nothing of those who have shown nothing. */
const wasNear = (cell: unknown) => (cell === null || cell === undefined ? null : flagIn(cell));

const ofPeople = (sessionId: string, ids: readonly string[]) =>
  ['WHERE it.sessionId = :sessionId AND it.enrolmentId IN (:...ids)', { sessionId, ids }] as const;
