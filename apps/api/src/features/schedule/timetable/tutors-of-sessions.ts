import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { idsOfHolders, peopleRows } from '../../accounts';
import { SessionTutor } from './session-tutor.entity';

interface Tutor {
  readonly id: string;
  readonly name: string;
}

/** Who teaches in an edition, and who is assigned to which of its sessions. */
export interface Teaching {
  readonly tutors: readonly Tutor[];
  readonly of: (sessionId: string) => Tutor[];
}

@Injectable()
export class TutorsOfSessions {
  constructor(private readonly database: Database) {}

  /** One statement, shared with what is asked at the same time. */
  async in(editionId: string): Promise<Teaching> {
    const [people, assigned] = await Promise.all([
      this.database.rows(peopleRows(idsOfHolders, { editionId, roles: ['tutor'] })),
      this.database.rows(
        rowsOf(
          SessionTutor,
          'JOIN session ON session.id = it.sessionId WHERE session.editionId = :editionId',
          { editionId },
          { by: ['id'] },
        ),
      ),
    ]);
    const tutors = people.map(({ id, name }) => ({ id, name }));
    const bySession = Map.groupBy(assigned, ({ sessionId }) => sessionId);
    return {
      tutors,
      of: (sessionId) => {
        const ids = new Set(bySession.get(sessionId)?.map(({ accountId }) => accountId));
        return tutors.filter(({ id }) => ids.has(id));
      },
    };
  }
}
