import type { ReplyOf, readMoves } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { ProgrammeQueries } from '../programmes';
import { EditionMove } from './edition-move.entity';

/** The moves of an edition, and whether there is a newer version still. */
@Injectable()
export class MoveRecord {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly programmes: ProgrammeQueries,
    private readonly people: PeopleDirectory,
  ) {}

  async of(editionId: string): Promise<ReplyOf<typeof readMoves>> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const newest = await this.programmes.latestById(edition.programme.id);
    const moves = await this.database.read.find(EditionMove, { where: { editionId }, order: { id: 'DESC' } });
    const versions = await this.programmes.versionsByIds(
      moves.flatMap(({ fromVersionId, toVersionId }) => [fromVersionId, toVersionId]),
    );
    const people = await this.people.byIds(moves.map(({ byAccountId }) => byAccountId));
    const isBehind = newest !== undefined && newest.number > edition.programme.version;
    return {
      newer: edition.state !== 'closed' && isBehind ? newest.number : null,
      moves: moves.map(({ id, fromVersionId, toVersionId, byAccountId, reason, at }) => ({
        id,
        from: versions.get(fromVersionId)?.number ?? 0,
        to: versions.get(toVersionId)?.number ?? 0,
        by: people.get(byAccountId)?.name ?? '',
        at: at.toISOString(),
        reason,
      })),
    };
  }
}
