import type { askToBeExcused, contestAttendance, InputOf } from '@libretto/contracts';
import {
  type Actor,
  type AskingPerson,
  type Attendance as Mark,
  attendanceOf,
  mayAskToBeExcused,
  mayContest,
  type Refusal,
  refuse,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { RoleRegister } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Attendance } from '../attendance/attendance.entity';
import { AttendanceRequested } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { AttendanceRequest } from './attendance-request.entity';

type Asked = Pick<AttendanceRequest, 'kind' | 'reason' | 'words'> & { claim: Mark };

/** A participant asks about their own attendance at a session. */
@Injectable()
export class AskAboutAttendance {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roles: RoleRegister,
  ) {}

  /**
   * Refusals: schedule.session-cancelled, schedule.excuse-not-needed, schedule.excuse-needs-words, schedule.request-open,
   * schedule.contest-over.
   */
  toBeExcused(actor: Actor, { params, body }: InputOf<typeof askToBeExcused>): Promise<{ id: string }> {
    if (body.reason === 'other' && !body.words) throw new Refused(refuse('schedule.excuse-needs-words'));
    return this.ask(actor, params, { kind: 'excuse', ...body, claim: attendanceOf('excused') }, mayAskToBeExcused);
  }

  /**
   * Refusals: schedule.session-cancelled, schedule.contest-too-early, schedule.same-mark, schedule.request-open,
   * schedule.contest-over.
   */
  contest(actor: Actor, { params, body }: InputOf<typeof contestAttendance>): Promise<{ id: string }> {
    const { words } = body;
    const claim = attendanceOf(body.mark, body.minutesLate);
    return this.ask(actor, params, { kind: 'contest', reason: null, words, claim }, (session, person, now) =>
      mayContest(session, person, claim, now),
    );
  }

  private ask(
    { accountId }: Actor,
    { editionId, sessionId }: { editionId: string; sessionId: string },
    { claim, ...asked }: Asked,
    rule: (session: Session, person: AskingPerson, now: Date) => true | Refusal,
  ): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      // The roll does not close and nobody marks meanwhile.
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const { id: enrolmentId, enrolledAt } = orNotFound(await this.enrolments.of(editionId, accountId));
      const where = 'WHERE it.sessionId = :sessionId AND it.enrolmentId = :enrolmentId';
      const [[mark = null], requests, tutors] = await Promise.all([
        this.database.rows(rowsOf(Attendance, where, { sessionId, enrolmentId })),
        this.database.rows(rowsOf(AttendanceRequest, where, { sessionId, enrolmentId }, { columns: ['state'] })),
        this.roles.holders(editionId, ['tutor']),
      ]);
      const now = this.clock.now();
      const hasOpen = requests.some(({ state }) => state === 'open');
      orRefuse(rule(session, { enrolledAt, mark, hasOpen }, now));
      const id = newId();
      await tx.insert(AttendanceRequest, {
        ...{
          id,
          sessionId,
          enrolmentId,
          ...asked,
          openKey: `${sessionId} ${enrolmentId}`,
          state: 'open',
          askedAt: now,
        },
        ...{ from: mark?.mark ?? null, claim: claim.mark, minutesLate: claim.minutesLate },
      });
      await tx.publish(
        new AttendanceRequested(
          id,
          tutors.map((tutor) => tutor.accountId),
        ),
      );
      return { id };
    });
  }
}
