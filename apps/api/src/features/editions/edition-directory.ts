import type { ProgrammeDefinition } from '@libretto/contracts';
import type { EditionState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Tx } from '../../platform/database/transaction';
import { ProgrammeQueries } from '../programmes';
import { Edition } from './edition.entity';
import { EditionMoved } from './editions.events';

/** What other features may know of an edition: its facts, and the programme in the version that it runs. */
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

/** Answers what an edition is. At most two statements each, whatever the number of editions. */
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

  /** The edition, locked until the end of the transaction: whoever counts against its capacity goes one after the other. */
  async lock(tx: Tx, id: string): Promise<EditionCard> {
    const [card] = await this.cards([await tx.lock(Edition, id)]);
    return card as EditionCard;
  }

  /**
   * The edition as it stays until the end of the transaction. Whoever writes about a part of its programme asks here and not
   * before: a move takes no part away meanwhile, and counts afterwards what was written.
   */
  async hold(tx: Tx, id: string): Promise<EditionCard> {
    const [card] = await this.cards([await tx.hold(Edition, id)]);
    return card as EditionCard;
  }

  /** Says whether countries without a quota share what the quotas leave, of an edition that is locked. */
  async letOthersShare(tx: Tx, id: string, othersSharePlaces: boolean): Promise<void> {
    await tx.manager.update(Edition, { id }, { othersSharePlaces });
  }

  /** Lets an edition that is locked run another version of its programme. Who asks has looked at what stands in the way. */
  async moveTo(tx: Tx, id: string, programmeVersionId: string): Promise<void> {
    await tx.manager.update(Edition, { id }, { programmeVersionId });
    await tx.publish(new EditionMoved(id));
  }

  /** Rows with their programme. Inside this feature only. */
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
