import type { ReplyOf, readToldReport } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { MeetingPresence } from './meeting-presence.entity';

/** What meeting servers have told by themselves. */
@Injectable()
export class ToldReports {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** The report of a session’s meeting, a line for each time that somebody joined. */
  async of(editionId: string, sessionId: string): Promise<ReplyOf<typeof readToldReport>> {
    const [presences, enrolments] = await Promise.all([
      this.database.rows(
        rowsOf(MeetingPresence, 'WHERE it.sessionId = :sessionId', { sessionId }, { by: ['joinedAt', 'id'] }),
      ),
      this.enrolments.allOf(editionId),
    ]);
    const accountOf = new Map(enrolments.map(({ id, accountId }) => [id, accountId]));
    const people = await this.people.byIds(presences.flatMap(({ enrolmentId }) => accountOf.get(enrolmentId) ?? []));
    return {
      lines: presences.flatMap(({ enrolmentId, joinedAt, leftAt }) => {
        const person = people.get(accountOf.get(enrolmentId) ?? '');
        return person
          ? [{ name: person.name, email: person.email, joined: joinedAt.toISOString(), left: leftAt.toISOString() }]
          : [];
      }),
    };
  }

  /** The meetings that a person was in, for that person. */
  async about(enrolmentIds: readonly string[]) {
    const presences = await this.database.rows(
      rowsOf(
        MeetingPresence,
        'JOIN session ON session.id = it.sessionId WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { columns: ['joinedAt', 'leftAt'], beside: { session: 'session.title' }, by: ['joinedAt'] },
      ),
    );
    return presences.map(({ session, joinedAt, leftAt }) => ({ session, joinedAt, leftAt }));
  }
}
