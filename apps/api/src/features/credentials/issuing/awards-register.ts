import { type AwardRow, awardStates, type InputOf, type ReplyOf, type readAwards } from '@libretto/contracts';
import { searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { inOrder, type Order, placeIn } from '../../../platform/database/in-order';
import { keyOf, placeOf } from '../../../platform/database/place';
import { pageAfter } from '../../../platform/http/page-after';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { isFromTheLearner } from '../award/award-drafter';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';

type Query = InputOf<typeof readAwards>['query'];
type Question = () => SelectQueryBuilder<AwardIssue>;
interface ListedAward {
  readonly issueId: string;
  readonly row: AwardRow;
}

const pageSize = 50;
const newestFirst: Order<AwardIssue> = { columns: ['id'], isDown: true };

const columns = {
  name: ({ row }: ListedAward) => row.learner,
  /** In the order of the counts: under way, stopped, issued, revoked. */
  state: ({ row }: ListedAward) => awardStates.indexOf(row.credential?.state === 'revoked' ? 'revoked' : row.state),
  since: ({ row }: ListedAward) => row.changedAt,
};

/** The registrar's list. A page costs the same number of statements for any length of the list. */
@Injectable()
export class AwardsRegister {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** A page, the newest first, with the count of each kind. */
  async page({ edition, q, state, sort, after }: Query): Promise<ReplyOf<typeof readAwards>> {
    const among = edition === undefined ? undefined : (await this.enrolments.allOf(edition)).map(({ id }) => id);
    const question = () => {
      const query = this.issues(among);
      if (state === 'revoked') query.andWhere('credential.state = :revoked', { revoked: state });
      else if (state)
        query.andWhere("issue.state = :state AND (credential.state IS NULL OR credential.state = 'valid')", { state });
      return query;
    };
    const { rows, next, found } =
      q || sort ? await this.lookedFor(question, { q, sort, after }) : await this.newest(question, after);
    return { items: rows.map(({ row }) => row), next, counts: await this.counts(among), found };
  }

  private async newest(question: Question, after?: string) {
    const query = inOrder(question(), newestFirst, after ? placeOf(after, 1) : null).limit(pageSize + 1);
    const found = await query.getRawAndEntities<RawCredential>();
    const last = found.entities.length > pageSize ? found.entities.at(pageSize - 1) : undefined;
    return {
      rows: (await this.worded(found)).slice(0, pageSize),
      next: last ? keyOf(placeIn(newestFirst, last)) : null,
      found: await question().getCount(),
    };
  }

  /** The database cannot search and sort names: every page reads all rows. */
  private async lookedFor(question: Question, { q, sort, after }: Pick<Query, 'q' | 'sort' | 'after'>) {
    const means = searchFor(q);
    const all = (await this.worded(await question().getRawAndEntities<RawCredential>())).filter(({ row }) =>
      means(row.learner),
    );
    const newest = { otherwise: ({ issueId }: ListedAward) => [issueId], isOtherwiseDown: true };
    const { shown, next } = pageAfter(all, { sort, columns, ...newest }, after);
    return { rows: shown, next, found: all.length };
  }

  /** The row of one enrolment. */
  async rowOf(enrolmentId: string): Promise<AwardRow | undefined> {
    const query = this.issues().andWhere('issue.enrolmentId = :enrolmentId', { enrolmentId });
    return (await this.worded(await query.getRawAndEntities<RawCredential>()))[0]?.row;
  }

  /** All of them, or those of some enrolments. */
  private issues(enrolmentIds?: readonly string[]) {
    const issues = this.database.read
      .createQueryBuilder(AwardIssue, 'issue')
      .leftJoin(Award, 'award', 'award.enrolmentId = issue.enrolmentId')
      .leftJoin(Credential, 'credential', "credential.awardId = award.id AND credential.state <> 'superseded'")
      .addSelect('award.publicId', 'publicId')
      .addSelect('credential.id', 'credentialId')
      .addSelect('credential.number', 'number')
      .addSelect('credential.state', 'credentialState')
      .addSelect('credential.fault', 'documentFault')
      .where('1 = 1');
    return enrolmentIds ? issues.andWhere({ enrolmentId: In(enrolmentIds) }) : issues;
  }

  private async worded({ entities, raw }: { entities: AwardIssue[]; raw: RawCredential[] }): Promise<ListedAward[]> {
    const enrolments = await this.enrolments.byIds(entities.map(({ enrolmentId }) => enrolmentId));
    const people = await this.people.byIds([...enrolments.values()].map(({ accountId }) => accountId));
    const editions = await this.editions.byIds([...enrolments.values()].map(({ editionId }) => editionId));
    return entities.map((issue, at) => {
      const enrolment = enrolments.get(issue.enrolmentId);
      const person = people.get(enrolment?.accountId ?? '');
      const edition = editions.get(enrolment?.editionId ?? '');
      const row: AwardRow = {
        enrolmentId: issue.enrolmentId,
        learner: person?.name ?? '',
        editionId: enrolment?.editionId ?? '',
        edition: edition?.name ?? '',
        programme: edition?.definition.title ?? {},
        state: issue.state,
        missing: issue.missing,
        waitsForConfirmation: issue.state === 'stopped' && issue.missing.some(isFromTheLearner),
        fault: raw[at]?.credentialId ? raw[at].documentFault : issue.fault,
        changedAt: issue.changedAt.toISOString(),
        credential: credentialOf(raw[at]),
      };
      return { issueId: issue.id, row };
    });
  }

  private async counts(enrolmentIds?: readonly string[]): Promise<ReplyOf<typeof readAwards>['counts']> {
    const kind = "CASE WHEN credential.state = 'revoked' THEN 'revoked' ELSE issue.state END";
    const rows = await this.issues(enrolmentIds)
      .select(kind, 'kind')
      .addSelect('COUNT(*)', 'total')
      .groupBy(kind)
      .getRawMany<{ kind: string; total: number | string }>();
    const totals = new Map(rows.map(({ kind: of, total }) => [of, Number(total)]));
    return Object.fromEntries(awardStates.map((of) => [of, totals.get(of) ?? 0])) as ReplyOf<
      typeof readAwards
    >['counts'];
  }
}

interface RawCredential {
  publicId: string | null;
  credentialId: string | null;
  number: number | null;
  credentialState: 'valid' | 'revoked' | null;
  documentFault: string | null;
}

const credentialOf = (raw: RawCredential | undefined): AwardRow['credential'] =>
  raw?.credentialId && raw.publicId && raw.credentialState
    ? { id: raw.credentialId, publicId: raw.publicId, number: Number(raw.number), state: raw.credentialState }
    : null;
