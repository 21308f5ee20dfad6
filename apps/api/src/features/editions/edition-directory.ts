import type { ProgrammeDefinition } from '@libretto/contracts';
import { changeIn, type EditionState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Tx } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/refusals/refused';
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
    const editions = wanted.length ? await this.database.read.findBy(Edition, { id: In(wanted) }) : [];
    return new Map((await this.cards(editions)).map((card) => [card.id, card]));
  }

  /**
   * Keeps the edition open until the end of the transaction; refuses where it is closed. The transactions of a changing
   * request below an edition begin with this (`ClosedEditions`); a command that names its edition elsewhere calls it first.
   */
  async keepOpen(tx: Tx, id: string): Promise<void> {
    await tx.hold(ClosingLock, id);
    const { state } = await tx.manager.findOneOrFail(Edition, { select: { id: true, state: true }, where: { id } });
    orRefuse(changeIn(state));
  }

  /**
   * The edition, locked until the end of the transaction: changes that count against its capacity go one after the
   * other.
   */
  async lock(tx: Tx, id: string): Promise<EditionCard> {
    const [card] = await this.cards([await tx.lock(Edition, id)]);
    return card as EditionCard;
  }

  /**
   * The edition, held until the end of the transaction. A write about a part of its programme reads the programme
   * through this: a move takes no part away meanwhile, and counts afterwards what was written.
   */
  async hold(tx: Tx, id: string): Promise<EditionCard> {
    const [card] = await this.cards([await tx.hold(Edition, id)]);
    return card as EditionCard;
  }

  /** Sets whether countries without a quota share the places that the quotas leave, in a locked edition. */
  async letOthersShare(tx: Tx, id: string, othersSharePlaces: boolean): Promise<void> {
    await tx.manager.update(Edition, { id }, { othersSharePlaces });
  }

  /** Moves a locked edition to another version of its programme. The caller has checked for hindrances. */
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
