import type { ProgrammeDefinition, SessionView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { sessionRows, type SessionWithRoom } from './session-rows';
import { viewOf } from './session-view';

const dayMs = 86_400_000;

@Injectable()
export class Timetable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The sessions of an edition, or of one module in it, in their order. One statement. */
  async of(edition: { id: string; definition: ProgrammeDefinition }, moduleNumber?: number): Promise<SessionView[]> {
    const sessions = await this.ofEdition(edition.id);
    const now = this.clock.now();
    return sessions
      .filter((session) => moduleNumber === undefined || session.moduleNumber === moduleNumber)
      .map((session) => viewOf(session, edition.definition, now));
  }

  /** The sessions of an edition in their order. */
  ofEdition(editionId: string): Promise<SessionWithRoom[]> {
    return this.database.rows(sessionRows('it.editionId = :editionId', { editionId }));
  }

  /** The sessions of these editions that are on within a day of this moment. */
  around(editionIds: readonly string[], now: Date): Promise<SessionWithRoom[]> {
    const [since, until] = [-dayMs, dayMs].map((ms) => new Date(now.getTime() + ms));
    const where = 'it.editionId IN (:...editionIds) AND it.startsAt < :until AND it.endsAt > :since';
    return this.database.rows(sessionRows(where, { editionIds, since, until }));
  }

  /** A session, with its room. */
  async session(id: string): Promise<SessionWithRoom | undefined> {
    return (await this.database.rows(sessionRows('it.id = :id', { id })))[0];
  }
}
