import { plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../platform/database/in-order';
import { wordsIn } from '../../platform/database/literally';
import { countOf, instantIn, rowsOf, type Values } from '../../platform/database/read-together';
import type { EnrolmentCard } from './enrolment-directory';
import { EnrolmentListing } from './enrolment-listing.entity';

/** Participants by words in their name or institution, and by a condition of the feature that lists them. */
export interface ParticipantsAsked {
  readonly editionId: string;
  readonly q?: string | undefined;
  /** SQL in which `it.id` is the id of an enrolment, and `enrolment` its row. */
  readonly only?: readonly [string, Values] | undefined;
}

export interface ParticipantsInOrder extends ParticipantsAsked {
  /** `name`, `institution` or, downwards, `-name`, `-institution`; without it, the order in which they were enrolled. */
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
  readonly size: number;
}

const columns: Readonly<Record<string, Order<EnrolmentListing>['columns']>> = {
  name: ['listedAs', 'id'],
  institution: ['worksAt', 'listedAs', 'id'],
};

/** The participants of an edition page by page, searched and sorted by the database: a page costs the same for any number. */
@Injectable()
export class Participants {
  constructor(private readonly database: Database) {}

  async page({
    sort,
    after,
    size,
    ...asked
  }: ParticipantsInOrder): Promise<{ items: EnrolmentCard[]; next: string | null }> {
    const order = {
      columns: columns[sort?.replace('-', '') ?? ''] ?? (['id'] as const),
      isDown: sort?.startsWith('-') ?? false,
    };
    const { read } = this.database;
    const found = await this.database.rows(
      rowsInOrder(read, EnrolmentListing, conditionOf(asked), { order, after, size, beside: cells }),
    );
    const { rows, next } = pageOf(found, order, size);
    return { items: rows.map(cardOf), next };
  }

  /** All of these participants, in the order in which they were enrolled. */
  async all(asked: ParticipantsAsked): Promise<EnrolmentCard[]> {
    const listed = rowsOf(EnrolmentListing, ...conditionOf(asked), { beside: cells, by: ['id'] });
    return (await this.database.rows(listed)).map(cardOf);
  }

  /** The number of these participants. */
  async count(asked: ParticipantsAsked): Promise<number> {
    const [where, values] = conditionOf(asked);
    const [number] = await this.database.rows(countOf(`FROM enrolment_listing it ${where}`, values));
    return number ?? 0;
  }
}

const cells = {
  accountId: 'enrolment.accountId',
  institutionId: 'enrolment.institutionId',
  country: 'enrolment.country',
  enrolledAt: 'enrolment.enrolledAt',
} as const;

const cardOf = (
  row: Pick<EnrolmentListing, 'id' | 'editionId'> & Record<keyof typeof cells, unknown>,
): EnrolmentCard => ({
  id: row.id,
  editionId: row.editionId,
  accountId: String(row.accountId),
  institutionId: String(row.institutionId),
  country: String(row.country),
  enrolledAt: instantIn(row.enrolledAt),
});

function conditionOf({ editionId, q, only }: ParticipantsAsked): readonly [string, Values] {
  const { conditions, values } = wordsIn(['it.listedAs', 'it.worksAt'], plain(q ?? ''));
  const all = ['it.editionId = :editionId', ...conditions, ...(only ? [only[0]] : [])];
  return [`JOIN enrolment ON enrolment.id = it.id WHERE ${all.join(' AND ')}`, { editionId, ...values, ...only?.[1] }];
}
