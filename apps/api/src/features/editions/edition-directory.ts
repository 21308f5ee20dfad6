import type { ProgrammeDefinition } from '@libretto/contracts';
import { changeIn, dayOf, type EditionState, laterDay } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import type { Tx } from '../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { ProgrammeQueries } from '../programmes';
import { ClosingLock } from './closing-lock.entity';
import { Edition } from './edition.entity';
import { EditionMoved } from './editions.events';

/** The facts about an edition for other features, and its programme in the version that it runs. */
export interface EditionCard {
  readonly id: string;
  readonly name: string;
  readonly state: EditionState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applicationsCloseAt: Date;
  readonly timeZone: string;
  readonly capacity: number;
  readonly othersSharePlaces: boolean;
  readonly programme: {
    readonly id: string;
    readonly versionId: string;
    readonly slug: string;
    readonly version: number;
  };
  readonly definition: ProgrammeDefinition;
}

const editionRows = (ids: readonly string[]) => rowsOf(Edition, 'WHERE it.id IN (:...ids)', { ids });

/** Looks editions up. At most two statements each, independent of the number of editions. */
@Injectable()
export class EditionDirectory {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  async byId(id: string): Promise<EditionCard | undefined> {
    return (await this.byIds([id])).get(id);
  }

  async byIds(ids: Iterable<string>): Promise<Map<string, EditionCard>> {
    const wanted = [...new Set(ids)];
    const editions = wanted.length ? await this.database.rows(editionRows(wanted)) : [];
    return new Map((await this.cards(editions)).map((card) => [card.id, card]));
  }

  /**
   * The open editions that have begun and have not ended, by the day of UTC or the ones beside it; or that ended no more
   * than these days ago.
   */
  async idsOfRunning(now: Date, daysAfter = 1): Promise<string[]> {
    const [startsOn, endsOn] = [laterDay(dayOf(now, 'UTC'), 1), laterDay(dayOf(now, 'UTC'), -daysAfter)];
    const rows = await this.database.rows(
      rowsOf(
        Edition,
        "WHERE it.state = 'open' AND it.startsOn <= :startsOn AND it.endsOn >= :endsOn",
        { startsOn, endsOn },
        { columns: ['id'], by: ['id'] },
      ),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Keeps the edition open, and at its version, until the end of the transaction; refuses where it is closed. The
   * transactions of a changing request below an edition begin with this (`ClosedEditions`), so what they read of its
   * programme holds until they end; a command that names its edition elsewhere calls it first.
   */
  async keepOpen(tx: Tx, id: string): Promise<void> {
    if (await tx.hold(ClosingLock, id)) return;
    const edition = await tx.manager.findOne(Edition, { select: { id: true, state: true }, where: { id } });
    orRefuse(changeIn(orNotFound(edition).state));
    throw new Error('An edition that is not closed has its lock.');
  }

  /**
   * The row with this id below an edition, held until the end of the transaction as the edition is kept open: the two in
   * one statement, for a command whose address names no edition.
   */
  async holdWithin<E extends { id: string; editionId: string }>(
    tx: Tx,
    entity: EntityTarget<E>,
    id: string,
  ): Promise<E> {
    const row = await tx
      .holding(
        tx.manager
          .createQueryBuilder(entity, 'it')
          .innerJoin(ClosingLock, 'closing', 'closing.id = it.editionId')
          .where('it.id = :id', { id }),
      )
      .getOne();
    if (row) return row;
    const { editionId } = orNotFound(await tx.manager.findOneBy(entity, { id } as FindOptionsWhere<E>));
    await this.keepOpen(tx, editionId);
    throw new Error('An edition that is kept open has its lock.');
  }

  /**
   * The edition, locked until the end of the transaction: changes that count against its capacity go one after the
   * other.
   */
  async lock(tx: Tx, id: string): Promise<EditionCard> {
    const [card] = await this.cards([await tx.lock(Edition, id)]);
    return card as EditionCard;
  }

  /** Lets no role in the edition be given or taken before the end of the transaction: whoever has one then has it already. */
  async holdRoles(tx: Tx, id: string): Promise<void> {
    await tx.hold(Edition, id);
  }

  /** Sets whether countries without a quota share the places that the quotas leave, in a locked edition. */
  async letOthersShare(tx: Tx, id: string, othersSharePlaces: boolean): Promise<void> {
    await tx.manager.update(Edition, { id }, { othersSharePlaces });
  }

  /**
   * Locks the edition alone: no change below it is under way, and none begins before the end of the transaction. A
   * closed edition has no such lock: the caller checks its state.
   */
  async lockAlone(tx: Tx, id: string): Promise<EditionCard> {
    await tx.lockAll(ClosingLock, { id });
    return this.lock(tx, id);
  }

  /** Moves an edition that is locked alone to another version of its programme. The caller has checked for hindrances. */
  async moveTo(tx: Tx, id: string, programmeVersionId: string): Promise<void> {
    await tx.manager.update(Edition, { id }, { programmeVersionId });
    await tx.publish(new EditionMoved(id));
  }

  /** Rows with their programme. For this feature only. */
  async cards(editions: readonly Edition[]): Promise<EditionCard[]> {
    const versions = await this.programmes.versionsByIds(editions.map(({ programmeVersionId }) => programmeVersionId));
    return editions.flatMap(({ programmeVersionId, ...edition }) => {
      const version = versions.get(programmeVersionId);
      if (!version) return [];
      const { programmeId, slug, number, definition } = version;
      return [
        {
          ...edition,
          programme: { id: programmeId, versionId: programmeVersionId, slug, version: number },
          definition,
        },
      ];
    });
  }
}
