import type { DeskView, InputOf, readDesk } from '@libretto/contracts';
import { type Actor, agree, asItLiesBefore, changeIn, type DeskStep, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { inOrder, type Order, pageInOrder, placeIn } from '../../../platform/database/in-order';
import { withWords } from '../../../platform/database/literally';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { AssignedReading } from '../assignment/assigned-reading';
import { mayRule } from '../dossier/admissions.policy';
import { Application, type ApplicationOnList, columnsOnList } from '../dossier/application.entity';
import { Declaration } from '../dossier/declaration.entity';
import { DeskCount, DeskEntry } from './desk-entry.entity';

/** The dossiers that a member looks for on the desk. */
export type Sought = Pick<InputOf<typeof readDesk>['query'], 'only' | 'q' | 'step' | 'sort'>;

/** The member whose desk it is. */
interface Whose {
  readonly accountId: string;
  readonly editionId: string;
}

const pageSize = 100;

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
    private readonly assigned: AssignedReading,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after, ...sought }: InputOf<typeof readDesk>['query'],
  ): Promise<DeskView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const whose = { accountId: actor.accountId, editionId };
    const count = await this.counts(whose);
    const shown = sought.only ? { turn: 0 } : {};
    const at = (step: DeskStep) => count({ ...shown, step });
    const assigned = count({ turn: 0 });
    const order = orderBy(sought.sort, ['urgency', 'submittedAt']);
    const { rows, next } = await pageInOrder(this.sought(whose, sought), order, { after, size: pageSize });
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
      recused: await this.recused(whose),
      found: sought.q
        ? await this.sought(whose, sought).getCount()
        : count({ ...shown, ...(sought.step && { step: sought.step }) }),
      open: count({}),
      assigned,
      readBy: assigned ? await this.assigned.until(editionId) : null,
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

  /** The entry of one dossier, with the dossiers before and behind it among those that the member looks for. */
  async at(whose: Whose, applicationId: string, { only, ...sought }: Sought) {
    const entry = await this.sought(whose, {}).andWhere({ applicationId }).getOne();
    if (!entry) return null;
    const { sort } = sought;
    // A dossier that is not assigned, opened by its address, has its neighbours among all.
    const among = entry.turn === 0 ? { only, ...sought } : sought;
    const order = orderBy(sort, ['turn', 'submittedAt']);
    const place = placeIn(order, entry);
    // After a vote the dossier may match the search no more; the member goes on from its place.
    const next = async (isDown: boolean) =>
      (
        await inOrder(this.sought(whose, among), { ...order, isDown }, place)
          .limit(1)
          .getOne()
      )?.applicationId ?? null;
    return { entry, previous: await next(!order.isDown), next: await next(order.isDown ?? false) };
  }

  /** The applications of these entries, in the same order and as they lie before the member, without their forms. */
  async applications(entries: readonly DeskEntry[]): Promise<ApplicationOnList[]> {
    if (!entries.length) return [];
    const found: ApplicationOnList[] = await this.database.read.find(Application, {
      select: columnsOnList,
      where: { id: In(entries.map(({ applicationId }) => applicationId)) },
    });
    const byId = new Map(found.map((application) => [application.id, application]));
    return entries.flatMap(({ applicationId, step }) => {
      const application = byId.get(applicationId);
      return application ? [asItLiesBefore(application, () => step !== 'ruled')] : [];
    });
  }

  /** The number of entries on a desk, by what is counted. */
  async counts(whose: Whose) {
    const rows = await this.database.read.findBy(DeskCount, { ...whose });
    return (which: Partial<Pick<DeskCount, 'step' | 'turn' | 'chairs'>>): number =>
      rows
        .filter((row) => Object.entries(which).every(([column, value]) => row[column as keyof DeskCount] === value))
        .reduce((all, { number }) => all + number, 0);
  }

  /** The number of applicants with whom the member has declared a conflict, in whichever state, so the number tells nothing. */
  private recused({ accountId, editionId }: Whose): Promise<number> {
    return this.database.read
      .createQueryBuilder(Declaration, 'declaration')
      .innerJoin(Application, 'application', 'application.id = declaration.applicationId')
      .where('application.editionId = :editionId', { editionId })
      .andWhere('declaration.accountId = :accountId AND declaration.inConflict = :yes', { accountId, yes: true })
      .getCount();
  }
}
