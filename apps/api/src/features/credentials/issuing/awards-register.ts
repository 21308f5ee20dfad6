import { type AwardRow, type InputOf, type ReplyOf, type readAwardChanges, type readAwards } from '@libretto/contracts';
import {
  approvalsAsked,
  type CredentialState,
  type AwardStanding,
  awardStandingOf,
  awardStandings,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { cellsOf, countOf, rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { isFromTheLearner } from '../award/award-drafter';
import { AwardIssue } from '../award/award-issue.entity';
import { IssuingPause } from '../award/issuing-pause.entity';
import {
  cells,
  chosenOf,
  type FoundIssue,
  type Issues,
  inState,
  issues,
  ofEdition,
  standing,
  withWords,
} from './listed-issues';

type Query = InputOf<typeof readAwards>['query'];
type Which = Omit<InputOf<typeof readAwardChanges>['query'], 'change'>;
export interface ListedAward {
  readonly issueId: string;
  readonly row: AwardRow;
  readonly accountId: string;
  /** Those whose approval counts. */
  readonly approvedBy: readonly string[];
  /** Whether the credential that counts can be suspended. */
  readonly namesSuspensions: boolean;
}

const pageSize = 50;
const newestFirst: Order<AwardIssue> = { columns: ['id'], isDown: true };

const columns = {
  name: ({ row }: ListedAward) => row.learner,
  /** In the order of the counts. */
  state: ({ row }: ListedAward) => awardStandings.indexOf(awardStandingOf(row)),
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
    const [{ rows, next }, counts, [found], paused] = await Promise.all([
      sort && !sort.endsWith('since') ? this.sorted(asked, sort, after) : this.inOrder(asked, sort, after),
      this.counts(all),
      this.database.rows(countOf(`FROM award_issue it ${asked.where}`, asked.values)),
      this.pauseOf(edition),
    ]);
    return { items: rows.map(({ row }) => row), next, counts, found: found ?? 0, paused };
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

  /** The first of those that are chosen or that a list shows, and the number of all of them. */
  async first({ edition, q, state, chosen }: Which, size: number): Promise<{ listed: ListedAward[]; found: number }> {
    const { where, values } = inState(withWords(chosenOf(ofEdition(edition), chosen), q), state);
    const { read } = this.database;
    const [rows, [found]] = await Promise.all([
      this.database.rows(
        rowsInOrder(read, AwardIssue, [where, values], { order: newestFirst, after: undefined, size, beside: cells }),
      ),
      this.database.rows(countOf(`FROM award_issue it ${where}`, values)),
    ]);
    return { listed: await this.worded(rows.slice(0, size)), found: found ?? 0 };
  }

  /** That of one enrolment. */
  async oneOf(enrolmentId: string): Promise<ListedAward | undefined> {
    const where = `${issues} AND it.enrolmentId = :enrolmentId`;
    const found = await this.database.rows(rowsOf(AwardIssue, where, { enrolmentId }, { beside: cells }));
    return (await this.worded(found))[0];
  }

  private async worded(found: readonly FoundIssue[]): Promise<ListedAward[]> {
    const [people, editions] = await Promise.all([
      this.people.byIds(found.map(({ accountId }) => String(accountId))),
      this.editions.byIds(found.map(({ editionId }) => String(editionId))),
    ]);
    return found.map((issue) => {
      const edition = editions.get(String(issue.editionId));
      const approvedBy = textOf(issue.approvedBy)?.split(',') ?? [];
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
        approvals: { given: approvedBy.length, asked: approvalsAsked(edition?.definition.approval) },
        isPaused: issue.pauseId !== null,
        changedAt: issue.changedAt.toISOString(),
        credential: credentialOf(issue),
      };
      return {
        ...{ issueId: issue.id, row, accountId: String(issue.accountId), approvedBy },
        namesSuspensions: issue.suspensionList !== null,
      };
    });
  }

  private async counts({ where, values }: Issues): Promise<Record<AwardStanding, number>> {
    const rows = await this.database.rows(
      cellsOf({ standing, total: 'COUNT(*)' }, `FROM award_issue it ${where} GROUP BY ${standing}`, values),
    );
    const totals = new Map(rows.map((row) => [String(row.standing), Number(row.total)]));
    return Object.fromEntries(awardStandings.map((of) => [of, totals.get(of) ?? 0])) as Record<AwardStanding, number>;
  }

  private async pauseOf(editionId = ''): Promise<ReplyOf<typeof readAwards>['paused']> {
    const [pause] = await this.database.rows(rowsOf(IssuingPause, 'WHERE it.openFor = :editionId', { editionId }));
    if (!pause) return null;
    const people = await this.people.byIds([pause.pausedBy]);
    return { at: pause.pausedAt.toISOString(), by: people.get(pause.pausedBy)?.name ?? '' };
  }
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
