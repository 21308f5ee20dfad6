import { type AwardRow, awardStates, type InputOf, type ReplyOf, type readAwards } from '@libretto/contracts';
import { type CredentialState, plain, standingOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { wordsIn } from '../../../platform/database/literally';
import { cellsOf, countOf, rowsOf, type Values } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { isFromTheLearner } from '../award/award-drafter';
import { AwardIssue } from '../award/award-issue.entity';

type Query = InputOf<typeof readAwards>['query'];
interface ListedAward {
  readonly issueId: string;
  readonly row: AwardRow;
}

const pageSize = 50;
const newestFirst: Order<AwardIssue> = { columns: ['id'], isDown: true };

const columns = {
  name: ({ row }: ListedAward) => row.learner,
  /** In the order of the counts: under way, stopped, issued, suspended, revoked. */
  state: ({ row }: ListedAward) => awardStates.indexOf(standingOf(row)),
};

/** The registrar's list. A page costs the same number of statements for any length of the list. */
@Injectable()
export class AwardsRegister {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
  ) {}

  /** A page, the newest first, with the count of each kind. */
  async page({ edition, q, state, sort, after }: Query): Promise<ReplyOf<typeof readAwards>> {
    const all = ofEdition(edition);
    const asked = inState(withWords(all, q), state);
    const [{ rows, next }, counts, [found]] = await Promise.all([
      sort && !sort.endsWith('since') ? this.sorted(asked, sort, after) : this.inOrder(asked, sort, after),
      this.counts(all),
      this.database.rows(countOf(`FROM award_issue it ${asked.where}`, asked.values)),
    ]);
    return { items: rows.map(({ row }) => row), next, counts, found: found ?? 0 };
  }

  private async inOrder({ where, values }: Issues, sort: Query['sort'], after?: string) {
    const order = sort ? { columns: ['changedAt', 'id'] as const, isDown: sort.startsWith('-') } : newestFirst;
    const { read } = this.database;
    const found = await this.database.rows(
      rowsInOrder(read, AwardIssue, [where, values], { order, after, size: pageSize, beside: cells }),
    );
    const { rows, next } = pageOf(found, order, pageSize);
    return { rows: await this.worded(rows), next };
  }

  /** The database has no order of states or of names as they are worded: every page reads all rows. */
  private async sorted({ where, values }: Issues, sort: Query['sort'], after?: string) {
    const all = await this.worded(await this.database.rows(rowsOf(AwardIssue, where, values, { beside: cells })));
    const newest = { otherwise: ({ issueId }: ListedAward) => [issueId], isOtherwiseDown: true };
    const { shown, next } = pageAfter(all, { sort, columns, ...newest }, after);
    return { rows: shown, next };
  }

  /** The row of one enrolment. */
  async rowOf(enrolmentId: string): Promise<AwardRow | undefined> {
    const where = `${issues} AND it.enrolmentId = :enrolmentId`;
    const found = await this.database.rows(rowsOf(AwardIssue, where, { enrolmentId }, { beside: cells }));
    return (await this.worded(found))[0]?.row;
  }

  private async worded(found: readonly FoundIssue[]): Promise<ListedAward[]> {
    const [people, editions] = await Promise.all([
      this.people.byIds(found.map(({ accountId }) => String(accountId))),
      this.editions.byIds(found.map(({ editionId }) => String(editionId))),
    ]);
    return found.map((issue) => {
      const edition = editions.get(String(issue.editionId));
      const row: AwardRow = {
        enrolmentId: issue.enrolmentId,
        learner: people.get(String(issue.accountId))?.name ?? '',
        editionId: String(issue.editionId),
        edition: edition?.name ?? '',
        programme: edition?.definition.title ?? {},
        state: issue.state,
        missing: issue.missing,
        waitsForConfirmation: issue.state === 'stopped' && issue.missing.some(isFromTheLearner),
        fault: issue.credentialId ? textOf(issue.documentFault) : issue.fault,
        changedAt: issue.changedAt.toISOString(),
        credential: credentialOf(issue),
      };
      return { issueId: issue.id, row };
    });
  }

  private async counts({ where, values }: Issues): Promise<ReplyOf<typeof readAwards>['counts']> {
    const kind = "CASE WHEN credential.state IN ('suspended', 'revoked') THEN credential.state ELSE it.state END";
    const rows = await this.database.rows(
      cellsOf({ kind, total: 'COUNT(*)' }, `FROM award_issue it ${where} GROUP BY ${kind}`, values),
    );
    const totals = new Map(rows.map(({ kind: of, total }) => [String(of), Number(total)]));
    return Object.fromEntries(awardStates.map((of) => [of, totals.get(of) ?? 0])) as ReplyOf<
      typeof readAwards
    >['counts'];
  }
}

/** Some of the issues, in SQL in which each is `it`. */
interface Issues {
  readonly where: string;
  readonly values: Values;
}

/** Every issue with the credential that counts, if there is one, and its learner as a list finds them. */
const issues = `JOIN enrolment ON enrolment.id = it.enrolmentId
  JOIN enrolment_listing listed ON listed.id = it.enrolmentId
  LEFT JOIN award ON award.enrolmentId = it.enrolmentId
  LEFT JOIN credential ON credential.awardId = award.id AND credential.state <> 'superseded'
  WHERE 1 = 1`;

const cells = {
  editionId: 'enrolment.editionId',
  accountId: 'enrolment.accountId',
  publicId: 'award.publicId',
  credentialId: 'credential.id',
  number: 'credential.number',
  credentialState: 'credential.state',
  documentFault: 'credential.fault',
} as const;

type FoundIssue = AwardIssue & Record<keyof typeof cells, string | number | null>;

const ofEdition = (editionId: string | undefined): Issues =>
  editionId === undefined
    ? { where: issues, values: {} }
    : { where: `${issues} AND enrolment.editionId = :editionId`, values: { editionId } };

function withWords({ where, values }: Issues, q: string | undefined): Issues {
  const sought = wordsIn(['listed.listedAs'], plain(q ?? ''));
  return { where: [where, ...sought.conditions].join(' AND '), values: { ...values, ...sought.values } };
}

function inState({ where, values }: Issues, state: Query['state']): Issues {
  if (!state) return { where, values };
  const isSo =
    state === 'suspended' || state === 'revoked'
      ? 'credential.state = :state'
      : "it.state = :state AND (credential.state IS NULL OR credential.state = 'valid')";
  return { where: `${where} AND ${isSo}`, values: { ...values, state } };
}

const textOf = (cell: string | number | null): string | null => (cell === null ? null : String(cell));

const credentialOf = ({ credentialId, publicId, number, credentialState }: FoundIssue): AwardRow['credential'] =>
  credentialId && publicId && credentialState
    ? {
        id: String(credentialId),
        publicId: String(publicId),
        number: Number(number),
        state: credentialState as CredentialState,
      }
    : null;
