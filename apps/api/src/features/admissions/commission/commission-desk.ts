import type { DeskView, InputOf, readDesk } from '@libretto/contracts';
import { type Actor, agree, asItLiesBefore, changeIn, type DeskStep, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { inOrder, type Order, pageFound, pageOf, placeIn } from '../../../platform/database/in-order';
import { withWords } from '../../../platform/database/literally';
import { countFound, countOf, made, rowsFound, rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { lastRunRows } from '../assignment/assigned-reading';
import { mayRule } from '../dossier/admissions.policy';
import { Application, type ApplicationOnList, onList } from '../dossier/application.entity';
import { DeskCount, DeskEntry } from './desk-entry.entity';

/** The dossiers that a member looks for on the desk. */
export type Sought = Pick<InputOf<typeof readDesk>['query'], 'only' | 'q' | 'step' | 'sort'>;

/** The member whose desk it is. */
interface Whose {
  readonly accountId: string;
  readonly editionId: string;
}

const pageSize = 50;

const sortColumns = { name: 'sortName', submitted: 'submittedAt', findings: 'findings', step: 'stepNumber' } as const;

/** The order by a column that the member chose, or otherwise by these. */
export function orderBy(sort: Sought['sort'], otherwise: readonly (keyof DeskEntry)[]): Order<DeskEntry> {
  const column = sortColumns[sort?.replace('-', '') as keyof typeof sortColumns];
  const columns = new Set(column ? [column, 'submittedAt' as const] : otherwise);
  return { columns: [...columns, 'applicationId'], isDown: sort?.startsWith('-') ?? false };
}

/** The desk of a member of the commission. The database counts, searches and sorts its entries. */
@Injectable()
export class CommissionDesk {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after, ...sought }: InputOf<typeof readDesk>['query'],
  ): Promise<DeskView> {
    const whose = { accountId: actor.accountId, editionId };
    const order = orderBy(sought.sort, ['urgency', 'submittedAt']);
    const [card, { entries, counts, recused, found, runs }] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        entries: pageFound(this.sought(whose, sought), { order, after, size: pageSize }),
        counts: countRows(whose),
        recused: recusedRows(whose),
        found: sought.q ? countFound(this.sought(whose, sought)) : null,
        runs: lastRunRows(editionId),
      }),
    ]);
    const edition = orNotFound(card);
    const count = countIn(counts);
    const shown = sought.only ? { turn: 0 } : {};
    const at = (step: DeskStep) => count({ ...shown, step });
    const assigned = count({ turn: 0 });
    const { rows, next } = pageOf(entries, order, pageSize);
    return {
      editionId,
      edition: edition.name,
      timeZone: edition.timeZone,
      programme: edition.definition.title,
      closesAt: edition.applicationsCloseAt.toISOString(),
      startsOn: edition.startsOn,
      items: rows.map(({ submittedAt, turn, ...row }) => ({
        applicationId: row.applicationId,
        name: row.name,
        institution: row.institution,
        country: row.country,
        submittedAt: submittedAt.toISOString(),
        step: row.step,
        isAssigned: turn === 0,
        mark: row.mark,
        claims: row.claims,
        isAppeal: row.isAppeal,
        findings: row.findings,
        findingsNeeded: edition.definition.admission.criteria.length,
      })),
      next,
      toDeclare: at('to-declare'),
      toVote: at('to-find') + at('to-vote'),
      voted: at('voted'),
      ruled: at('ruled'),
      recused: recused[0] ?? 0,
      found: sought.q ? (found[0] ?? 0) : count({ ...shown, ...(sought.step && { step: sought.step }) }),
      open: count({}),
      assigned,
      readBy: assigned ? (runs[0]?.readBy ?? null) : null,
      can: { rule: agree(changeIn(edition.state)) && (mayRule(actor, { editionId }) || count({ chairs: true }) > 0) },
    };
  }

  /** Selects the entries of a desk that are assigned, wait for a step, or match a search by name or institution. */
  sought({ accountId, editionId }: Whose, { only, q, step }: Sought): SelectQueryBuilder<DeskEntry> {
    const query = this.database.read
      .createQueryBuilder(DeskEntry, 'entry')
      .where('entry.editionId = :editionId AND entry.accountId = :accountId', { accountId, editionId });
    if (only) query.andWhere('entry.turn = 0');
    if (step) query.andWhere('entry.step = :step', { step });
    return withWords(query, 'entry.foundBy', plain(q ?? ''));
  }

  /** The entry of one dossier, for a statement that reads other rows too. */
  entryRows(whose: Whose, applicationId: string) {
    return rowsOf(
      DeskEntry,
      'WHERE it.applicationId = :applicationId AND it.accountId = :accountId AND it.editionId = :editionId',
      { ...whose, applicationId },
    );
  }

  /** The dossiers before and behind an entry among those that the member looks for, for such a statement. */
  neighbourRows(whose: Whose, entry: DeskEntry, { only, ...sought }: Sought) {
    // A dossier that is not assigned, opened by its address, has its neighbours among all.
    const among = entry.turn === 0 ? { only, ...sought } : sought;
    const order = orderBy(sought.sort, ['turn', 'submittedAt']);
    const place = placeIn(order, entry);
    // After a vote the dossier may match the search no more; the member goes on from its place.
    const next = (isDown: boolean) =>
      made(
        rowsFound(inOrder(this.sought(whose, among), { ...order, isDown }, place).limit(1)),
        ({ applicationId }) => applicationId,
      );
    return { previous: next(!order.isDown), next: next(order.isDown ?? false) };
  }
}

/** The rows of these applications, without their forms, for a statement that reads other rows too. */
export const applicationRows = (applicationIds: readonly string[]) =>
  rowsOf(Application, 'WHERE it.id IN (:...applicationIds)', { applicationIds }, { columns: onList });

/** The applications of these entries, in the same order and as they lie before the member. */
export function asTheyLie(
  entries: readonly DeskEntry[],
  applications: readonly ApplicationOnList[],
): ApplicationOnList[] {
  const byId = new Map(applications.map((application) => [application.id, application]));
  return entries.flatMap(({ applicationId, step }) => {
    const application = byId.get(applicationId);
    return application ? [asItLiesBefore(application, () => step !== 'ruled')] : [];
  });
}

/** The rows of the counts of a desk, for a statement that reads other rows too. */
export const countRows = (whose: Whose) =>
  rowsOf(DeskCount, 'WHERE it.editionId = :editionId AND it.accountId = :accountId', { ...whose });

/** Counts the entries of a desk that are alike in some columns. */
export const countIn =
  (rows: readonly DeskCount[]) =>
  (which: Partial<Pick<DeskCount, 'step' | 'turn' | 'chairs'>>): number =>
    rows
      .filter((row) => Object.entries(which).every(([column, value]) => row[column as keyof DeskCount] === value))
      .reduce((all, { number }) => all + number, 0);

/** The number of applicants with whom the member has declared a conflict, in whichever state, so the number tells nothing. */
const recusedRows = (whose: Whose) =>
  countOf(
    `FROM declaration JOIN application ON application.id = declaration.applicationId
     WHERE application.editionId = :editionId AND declaration.accountId = :accountId AND declaration.inConflict = :yes`,
    { ...whose, yes: true },
  );
