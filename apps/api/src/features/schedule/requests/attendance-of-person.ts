import type { InputOf, PersonsAttendance, readPersonsAttendance } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  contestableUntil,
  mayAskToBeExcused,
  mayContest,
  mayCorrectRoll,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { fileCells } from '../../../platform/files/file-store';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { AttendanceChange } from '../attendance/attendance-change.entity';
import { Attendance } from '../attendance/attendance.entity';
import { viewOfChange } from '../attendance/view-of-change';
import { mayAnswerRequests, mayCorrectOldRoll } from '../schedule.policy';
import { viewOf } from '../timetable/session-view';
import { Timetable } from '../timetable/timetable';
import { AttendanceRequest } from './attendance-request.entity';
import { viewOfRequest, withFile } from './request-rows';

@Injectable()
export class AttendanceOfPerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** Session by session, with corrections and requests, who made them and why: the same for the person and for tutors. */
  async read(actor: Actor, { params }: InputOf<typeof readPersonsAttendance>): Promise<PersonsAttendance> {
    const { editionId, enrolmentId } = params;
    const own = 'WHERE it.enrolmentId = :enrolmentId';
    const [enrolments, edition, sessions, marks, changes, requests] = await Promise.all([
      this.enrolments.byIds([enrolmentId]),
      this.editions.byId(editionId).then(orNotFound),
      this.timetable.ofEdition(editionId),
      this.database.rows(rowsOf(Attendance, own, { enrolmentId })),
      this.database.rows(rowsOf(AttendanceChange, own, { enrolmentId }, { by: ['id'] })),
      this.database.rows(
        rowsOf(AttendanceRequest, `${withFile} ${own}`, { enrolmentId }, { beside: fileCells, by: ['id'] }),
      ),
    ]);
    const enrolment = enrolments.get(enrolmentId);
    const isOwn = enrolment?.accountId === actor.accountId;
    const readsAll = mayAnswerRequests(actor, { editionId });
    if (enrolment?.editionId !== editionId || !(isOwn || readsAll)) throw notFound();
    const hands = [
      ...changes.map(({ byAccountId }) => byAccountId),
      ...requests.flatMap((one) => one.answeredBy ?? []),
    ];
    const people = await this.people.byIds([enrolment.accountId, ...hands]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    const { definition, state } = edition;
    const isRunning = changeIn(state);
    const now = this.clock.now();
    const coordinator = mayCorrectOldRoll(actor, { editionId });
    return {
      name: nameOf(enrolment.accountId),
      isOwn,
      lateCountsMinutes: definition.attendance.lateCountsMinutes,
      sessions: sessions.map((session) => {
        const mark = marks.find(({ sessionId }) => sessionId === session.id) ?? null;
        const asked = requests.filter(({ sessionId }) => sessionId === session.id);
        const person = { ...enrolment, mark, hasOpen: asked.some((one) => one.state === 'open') };
        const { rollClosedAt } = session;
        // Marks of a roll that goes on may change at any moment; an excuse that was granted stands.
        const told = rollClosedAt || mark?.mark === 'excused' ? mark : null;
        return {
          session: viewOf(session, definition, now),
          mark: told?.mark ?? null,
          minutesLate: told?.minutesLate ?? 0,
          isEarlier: session.startsAt < enrolment.enrolledAt,
          contestableUntil: rollClosedAt && contestableUntil(rollClosedAt).toISOString(),
          changes: changes
            .filter(({ sessionId }) => sessionId === session.id)
            .map((change) => viewOfChange(change, nameOf)),
          requests: asked.map((one) => viewOfRequest(one, nameOf)),
          can: {
            askToBeExcused: isOwn && agree(isRunning, mayAskToBeExcused(session, person, now)),
            contest: isOwn && agree(isRunning, mayContest(session, person, null, now)),
            correct: readsAll && agree(isRunning, mayCorrectRoll(session, { coordinator }, now)),
          },
        };
      }),
    };
  }
}
