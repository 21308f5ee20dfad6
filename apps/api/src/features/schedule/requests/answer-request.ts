import type { answerAttendanceRequest, InputOf } from '@libretto/contracts';
import {
  type Actor,
  type Attendance as Mark,
  attendanceOf,
  become,
  grantedMark,
  refuse,
  requestProcess,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { Attendance } from '../attendance/attendance.entity';
import { Corrections } from '../attendance/corrections';
import { AttendanceRequestAnswered, AttendanceTaken } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { AttendanceRequest } from './attendance-request.entity';

@Injectable()
export class AnswerRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly corrections: Corrections,
  ) {}

  /**
   * Grants or refuses a request. What is granted changes the mark: on an open roll it is written there, on a closed one it
   * is a correction, also once the days for contesting are over. Refusals: schedule.request-answered,
   * schedule.session-cancelled.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof answerAttendanceRequest>): Promise<void> {
    const { editionId, sessionId, requestId } = params;
    const { verdict, reason: answer, mark } = body;
    const edition = orNotFound(await this.editions.byId(editionId));
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      const request = await tx.lock(AttendanceRequest, requestId);
      if (session.editionId !== editionId || request.sessionId !== sessionId) throw notFound();
      const state = orRefuse(become(requestProcess, request.state, verdict, 'schedule.request-answered'));
      const by = { answeredBy: actor.accountId, answeredAt: this.clock.now(), answer };
      await tx.save(Object.assign(request, { state, openKey: null, ...by }));
      if (state === 'granted') {
        const given = mark ? attendanceOf(mark, body.minutesLate) : null;
        await this.grant(tx, session, request, { given, accountId: actor.accountId, reason: answer, edition });
      }
      await tx.publish(new AttendanceRequestAnswered(requestId));
    });
  }

  private async grant(
    tx: Tx,
    session: Session,
    { enrolmentId, kind, claim, minutesLate }: AttendanceRequest,
    {
      given,
      accountId,
      reason,
      edition,
    }: { given: Mark | null; accountId: string; reason: string; edition: EditionCard },
  ): Promise<void> {
    if (session.state === 'cancelled') throw new Refused(refuse('schedule.session-cancelled'));
    const { id: sessionId } = session;
    const standing = await tx.manager.findOneBy(Attendance, { sessionId, enrolmentId });
    const request = { kind, claim: { mark: claim, minutesLate } };
    const mark = grantedMark(request, given, standing?.mark ?? null);
    if (!mark) return;
    if (session.rollClosedAt) {
      const by = { accountId, reason };
      await this.corrections.write(tx, session, [{ enrolmentId, ...mark }], by, edition.definition);
    } else {
      const taken = { byAccountId: accountId, at: this.clock.now() };
      await tx.put(Attendance, ['sessionId', 'enrolmentId'], {
        id: newId(),
        sessionId,
        enrolmentId,
        ...mark,
        ...taken,
      });
      await tx.publish(new AttendanceTaken(sessionId));
    }
  }
}
