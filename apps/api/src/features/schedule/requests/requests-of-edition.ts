import type { AttendanceRequests, InputOf, listAttendanceRequests } from '@libretto/contracts';
import { agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { countOf } from '../../../platform/database/read-together';
import { fileCells } from '../../../platform/files/file-store';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { viewOf } from '../timetable/session-view';
import { Timetable } from '../timetable/timetable';
import { AttendanceRequest } from './attendance-request.entity';
import { viewOfRequest, withFile } from './request-rows';

const size = 50;

@Injectable()
export class RequestsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** Those about sessions that were not cancelled: the open ones by age, the answered ones the last one first. */
  async read({ params, query }: InputOf<typeof listAttendanceRequests>): Promise<AttendanceRequests> {
    const { editionId } = params;
    const order = { columns: ['id'] as const, isDown: query.answered === 'true' };
    const states = query.answered ? ['granted', 'refused'] : ['open'];
    const of = `FROM attendance_request it ${among(query.sessionId)}`;
    const values = { editionId, sessionId: query.sessionId };
    const [edition, sessions, [open], found] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.timetable.ofEdition(editionId),
      this.database.rows(countOf(`${of} AND it.state = 'open'`, values)),
      this.database.rows(
        rowsInOrder(
          this.database.read,
          AttendanceRequest,
          [`${withFile} ${among(query.sessionId)} AND it.state IN (:...states)`, { ...values, states }],
          { order, after: query.after, size, beside: { accountId: 'enrolment.accountId', ...fileCells } },
        ),
      ),
    ]);
    const { rows, next } = pageOf(found, order, size);
    const hands = rows.flatMap(({ answeredBy }) => answeredBy ?? []);
    const people = await this.people.byIds([...rows.map(({ accountId }) => String(accountId)), ...hands]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    const now = this.clock.now();
    return {
      open: open ?? 0,
      next,
      items: rows.flatMap((row) =>
        sessions
          .filter(({ id }) => id === row.sessionId)
          .map((session) => ({
            ...viewOfRequest(row, nameOf),
            enrolmentId: row.enrolmentId,
            name: nameOf(String(row.accountId)),
            session: viewOf(session, edition.definition, now),
          })),
      ),
      can: { answer: agree(changeIn(edition.state)) },
    };
  }
}

const among = (sessionId: string | undefined) =>
  `JOIN session ON session.id = it.sessionId JOIN enrolment ON enrolment.id = it.enrolmentId
   WHERE session.editionId = :editionId AND session.state <> 'cancelled'${sessionId ? ' AND it.sessionId = :sessionId' : ''}`;
