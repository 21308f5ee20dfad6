import type { InputOf, readMarkingList } from '@libretto/contracts';
import { type Actor, hidesNames, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Order, pageOfAll, placeIn, rowsInOrder } from '../../../platform/database/in-order';
import { wordsIn } from '../../../platform/database/literally';
import { keyOf } from '../../../platform/database/place';
import { cellsOf, countOf, flagIn, rowsOf, type Values } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { mayMark } from '../project-work.policy';
import type { Brief } from '../work/briefs';
import type { Work } from '../work/work.entity';
import { WorkListing, WorkListingCount } from './work-listing.entity';

type Query = InputOf<typeof readMarkingList>['query'];

/** The works for these briefs, as one person may see them. */
export interface Listing {
  readonly actor: Actor;
  readonly edition: Pick<EditionCard, 'id'>;
  readonly briefs: readonly Brief[];
}

/** Those that wait for this person, or all others, in an order. */
export interface Sought extends Pick<Query, 'q' | 'sort'> {
  readonly waits: boolean;
  /** The id of a work that is left out. */
  readonly except?: string;
}

type Sorted = 'handedInAt' | 'listedAs' | 'maskedAs' | 'stateNumber' | 'workId';

/** The rows of one brief that are alike for a list: those for everybody, or the person's own. An index leads through each. */
interface Part {
  readonly where: readonly [sql: string, values: Values];
  readonly order: Order<Pick<WorkListing, Sorted>>;
}

/** Finds, counts and sorts the works of an edition for one person, by the rows that are kept for it. */
@Injectable()
export class ListedWorks {
  constructor(private readonly database: Database) {}

  /** How many wait for this person, and how many do not. */
  async count({ actor: { accountId }, edition, briefs }: Listing): Promise<{ waiting: number; others: number }> {
    const values = { editionId: edition.id, briefIds: briefs.map(({ id }) => id), accountId };
    const ofBriefs = 'it.editionId = :editionId AND it.briefId IN (:...briefIds)';
    const [counts, own] = await Promise.all([
      this.database.rows(rowsOf(WorkListingCount, `WHERE ${ofBriefs}`, values)),
      this.database.rows(
        cellsOf(
          { waits: 'it.waits', works: 'COUNT(*)' },
          `FROM work_listing it WHERE ${ofBriefs} AND it.markerId = :accountId GROUP BY it.waits`,
          values,
        ),
      ),
    ]);
    const sum = (of: 'waiting' | 'others') => counts.reduce((all, count) => all + count[of], 0);
    const ofOwn = (waits: boolean) => Number(own.find((one) => flagIn(one.waits) === waits)?.works ?? 0);
    // What waits for the person alone is among the others in the count for all, and the other way round.
    const more = ofOwn(true) - ofOwn(false);
    return { waiting: sum('waiting') + more, others: sum('others') - more };
  }

  /**
   * The number of those that are sought. Rows of one's own say the opposite of those for everybody, so they are taken off
   * and added as a number: asking of each row whether there is an own one costs more than counting three times.
   */
  async found({ actor, edition, briefs }: Listing, { waits, q }: Sought): Promise<number> {
    const counted = async (markerId: string, waiting: boolean) => {
      const counts = await Promise.all(
        briefs.map((brief) => {
          const { conditions, values } = alike({ actor, edition, brief }, { markerId, waits: waiting, q });
          return this.database.rows(countOf(`FROM work_listing it WHERE ${conditions}`, values));
        }),
      );
      return counts.flat().reduce((all, some) => all + some, 0);
    };
    const { accountId } = actor;
    const [all, own, other] = await Promise.all([
      counted('', waits),
      counted(accountId, waits),
      counted(accountId, !waits),
    ]);
    return all + own - other;
  }

  /** The ids of those on one page. */
  async page(
    listing: Listing,
    sought: Sought,
    { after, size }: { after: string | undefined; size: number },
  ): Promise<{ workIds: string[]; next: string | null }> {
    const { rows, next } = pageOfAll(await this.inParts(partsOf(listing, sought), after, size), size);
    return { workIds: rows.map(({ workId }) => workId), next };
  }

  /**
   * The works that wait for this person around `current`: the next one is the oldest behind it, or else the oldest of all.
   * One statement.
   */
  async around(listing: Listing, current: Work): Promise<{ previous: string | null; next: string | null }> {
    const here = keyOf(placeIn({ columns: ['handedInAt', 'id'] }, current));
    const first = async (sort: Sought['sort'], after?: string) => {
      const parts = partsOf(listing, { waits: true, sort, except: current.id });
      return pageOfAll(await this.inParts(parts, after, 1), 1).rows[0]?.workId;
    };
    const [behind, before, oldest] = await Promise.all([
      first('handed-in', here),
      first('-handed-in', here),
      first('handed-in'),
    ]);
    return { previous: before ?? null, next: behind ?? oldest ?? null };
  }

  private inParts(parts: readonly Part[], after: string | undefined, size: number) {
    return Promise.all(
      parts.map(async ({ where, order }) => {
        const asked = { order, columns: order.columns, after, size };
        return { rows: await this.database.rows(rowsInOrder(this.database.read, WorkListing, where, asked)), order };
      }),
    );
  }
}

/** Leaves out what the person has a row of their own for. A join, as MariaDB would read all of a NOT EXISTS first. */
const ownRow = `LEFT JOIN work_listing own ON own.editionId = it.editionId AND own.briefId = it.briefId
  AND own.markerId = :accountId AND own.workId = it.workId`;

/** A list of one brief, as one person may see it. */
interface ListingOfBrief extends Pick<Listing, 'actor' | 'edition'> {
  readonly brief: Brief;
}

/** The column of names that the person may know: nothing of what they may not is searched or sorted by. */
const namesFor = ({ actor, edition, brief }: ListingOfBrief): 'listedAs' | 'maskedAs' =>
  hidesNames(brief, { releasedAt: null }, { marks: mayMark(actor, { editionId: edition.id }) })
    ? 'maskedAs'
    : 'listedAs';

/** The rows for everybody, or of one person, that wait or do not, and have these words. */
function alike(
  listing: ListingOfBrief,
  { markerId, waits, q }: { markerId: string; waits: boolean; q: string | undefined },
): { conditions: string; values: Values } {
  const words = wordsIn([`it.${namesFor(listing)}`], plain(q ?? ''));
  const of = ['editionId', 'briefId', 'markerId', 'waits'].map((name) => `it.${name} = :${name}`);
  const { edition, brief } = listing;
  return {
    conditions: [...of, ...words.conditions].join(' AND '),
    values: { ...words.values, editionId: edition.id, briefId: brief.id, markerId, waits: Number(waits) },
  };
}

/** The parts of a list that make it together. */
function partsOf({ actor, edition, briefs }: Listing, { waits, q, sort, except }: Sought): Part[] {
  const { accountId } = actor;
  return briefs.flatMap((brief) => {
    const listing = { actor, edition, brief };
    const by = { group: [namesFor(listing)], state: ['stateNumber' as const], 'handed-in': [] };
    const column = (sort?.replace(/^-/, '') ?? 'handed-in') as keyof typeof by;
    const order = { columns: [...by[column], 'handedInAt', 'workId'] as const, isDown: sort?.startsWith('-') ?? false };
    const part = (markerId: string, join: string, leftOut: string): Part => {
      const { conditions, values } = alike(listing, { markerId, waits, q });
      const where = `${join} WHERE ${conditions}${leftOut}${except ? ' AND it.workId <> :except' : ''}`;
      return { where: [where, { ...values, accountId, except }], order };
    };
    return [part('', ownRow, ' AND own.workId IS NULL'), part(accountId, '', '')];
  });
}
