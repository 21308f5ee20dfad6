import type { Clashes } from '@libretto/contracts';
import { clashesOf, type Engagement, type Span } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { RoleRegister } from '../../accounts';
import { Session } from '../timetable/session.entity';
import { SessionTutor } from '../timetable/session-tutor.entity';
import { type Teaching, TutorsOfSessions } from '../timetable/tutors-of-sessions';

/** A session as it stands, or as somebody wishes it. */
export type Wished = Pick<Session, 'id' | 'title'> & Span;

export interface Finder {
  readonly tutors: Teaching['tutors'];
  /** All sessions of the edition that are not cancelled. */
  readonly sessions: readonly Session[];
  /** The clashes of a session of this edition, among others that are wished beside it. */
  readonly of: (session: Wished, beside?: readonly Wished[]) => Clashes;
}

/** Finds who would have to be in two places at once. */
@Injectable()
export class ClashFinder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRegister,
    private readonly teaching: TutorsOfSessions,
  ) {}

  /** Two statements, whatever the number of sessions and people. */
  async in(editionId: string): Promise<Finder> {
    const [{ tutors }, elsewhere] = await Promise.all([
      this.teaching.in(editionId),
      this.roles.elsewhere(editionId, ['tutor', 'participant']),
    ]);
    const engagements = await this.engagements(editionId, [...new Set(elsewhere.map((role) => role.editionId))]);
    const people = { tutorIds: tutors.map(({ id }) => id), elsewhere };
    const nameOf = new Map(tutors.map(({ id, name }) => [id, name]));
    const tutorsOf = new Map(engagements.map(({ id, tutorIds }) => [id, tutorIds]));
    const engaged = ({ id, title, startsAt, endsAt }: Wished): Engagement => ({
      ...{ id, title, startsAt, endsAt, editionId },
      tutorIds: tutorsOf.get(id) ?? [],
    });
    return {
      tutors,
      sessions: engagements.filter((session) => session.editionId === editionId),
      of: (session, beside = []) => {
        const { sessions, participants } = clashesOf(
          engaged(session),
          [...engagements, ...beside.map(engaged)],
          people,
        );
        return {
          sessions: sessions.map(({ title, tutorIds }) => ({
            title,
            tutors: tutorIds.map((tutor) => nameOf.get(tutor) ?? ''),
          })),
          participants,
        };
      },
    };
  }

  /** The sessions of the edition, and the coming ones of the others. */
  private async engagements(editionId: string, others: string[]): Promise<(Session & Engagement)[]> {
    const where = `it.state <> 'cancelled' AND (it.editionId = :editionId OR (it.editionId IN (:...others) AND it.endsAt > :now))`;
    const values = { editionId, others: others.length ? others : [editionId], now: this.clock.now() };
    const [sessions, assigned] = await Promise.all([
      this.database.rows(rowsOf(Session, `WHERE ${where}`, values, { by: ['startsAt', 'id'] })),
      this.database.rows(
        rowsOf(
          SessionTutor,
          `JOIN session ON session.id = it.sessionId WHERE ${where.replaceAll('it.', 'session.')}`,
          values,
          { by: ['id'] },
        ),
      ),
    ]);
    const bySession = Map.groupBy(assigned, ({ sessionId }) => sessionId);
    return sessions.map((session) => ({
      ...session,
      tutorIds: bySession.get(session.id)?.map(({ accountId }) => accountId) ?? [],
    }));
  }
}
