import type { DeskMark, DeskView, InputOf, readDesk } from '@libretto/contracts';
import {
  type Actor,
  asItLiesBefore,
  type ClaimedGround,
  type DeskStep,
  deskStepOf,
  deskSteps,
  isInHand,
  markOf,
  onTheDesk,
  searchFor,
  sorted,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageAfter } from '../../../platform/http/page-after';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { mayRule } from '../dossier/admissions.policy';
import { AssignedReading } from '../assignment/assigned-reading';
import { Application, type ApplicationOnList, columnsOnList } from '../dossier/application.entity';
import { type CommissionPanel, CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { baseOn, decidesOn } from '../dossier/deliberation';
import { Finding } from '../dossier/finding.entity';
import { ViewedVersion } from './viewed-version.entity';
import { deliberationRecordOf } from '../dossier/deliberation-record';
import { Vote } from '../dossier/vote.entity';

/** What a member looks for on the desk. */
export type Sought = Pick<InputOf<typeof readDesk>['query'], 'q' | 'step' | 'sort'>;

/** One dossier as it lies before one member. */
export interface DeskRow {
  readonly application: ApplicationOnList;
  readonly step: DeskStep;
  readonly mark: DeskMark | null;
  readonly findings: number;
  /** Whether this member may read it, and what the applicant claims of them that they have not answered. */
  readonly reads: boolean;
  readonly claims: readonly ClaimedGround[];
  /** On appeal, whether this member chairs the second round. */
  readonly chairsAppeal: boolean;
}

/** What lies before a member of the commission. A fixed number of statements, whatever the number of dossiers. */
@Injectable()
export class CommissionDesk {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly panels: CommissionPanels,
    private readonly assigned: AssignedReading,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after, only, ...sought }: InputOf<typeof readDesk>['query'],
  ): Promise<DeskView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { rows: open, panel, recused } = await this.rows(actor, editionId);
    const { rows, ids } = await this.assigned.first(actor, open, only);
    const means = await this.sought(rows, panel, sought);
    const found = sought.sort ? means : means.sort((one, other) => rank(one, ids) - rank(other, ids));
    const { shown, next } = pageAfter(found, ({ application }) => application.id, after);
    const institutions = await this.institutionsOf(shown);
    const count = (...steps: DeskStep[]) => rows.filter(({ step }) => steps.includes(step)).length;
    return {
      editionId,
      edition: edition.name,
      timeZone: edition.timeZone,
      programme: edition.definition.title,
      closesAt: edition.applicationsCloseAt.toISOString(),
      startsOn: edition.startsOn,
      items: shown.map(({ application, ...row }) => ({
        applicationId: application.id,
        name: panel.nameOf(application.accountId),
        institution: institutions.get(application.institutionId ?? '')?.name ?? '',
        country: application.country ?? '',
        submittedAt: application.submittedAt?.toISOString() ?? '',
        step: row.step,
        isAssigned: ids.has(application.id),
        mark: row.mark,
        claims: [...row.claims],
        isAppeal: application.state === 'appealed',
        findings: row.findings,
        findingsNeeded: edition.definition.admission.criteria.length,
      })),
      next,
      toDeclare: count('to-declare'),
      toVote: count('to-find', 'to-vote'),
      voted: count('voted'),
      ruled: count('ruled'),
      recused,
      found: found.length,
      open: open.length,
      assigned: ids.size,
      readBy: ids.size ? await this.assigned.until(editionId) : null,
      can: { rule: mayRule(actor, { editionId }) || rows.some(({ chairsAppeal }) => chairsAppeal) },
    };
  }

  /** Those of these rows where a member stands so, and that a search by name or institution means; in the order that is asked for. */
  async sought(rows: readonly DeskRow[], panel: CommissionPanel, { q, step, sort }: Sought): Promise<DeskRow[]> {
    const standing = this.inOrder(rows, panel, sort).filter((row) => !step || row.step === step);
    if (!q) return standing;
    const institutions = await this.institutionsOf(standing);
    const means = searchFor(q);
    return standing.filter(({ application: { accountId, institutionId } }) =>
      means(panel.nameOf(accountId), institutions.get(institutionId ?? '')?.name ?? ''),
    );
  }

  inOrder(rows: readonly DeskRow[], panel: CommissionPanel, sort: Sought['sort']): DeskRow[] {
    return sorted(rows, sort, {
      name: ({ application }) => panel.nameOf(application.accountId),
      submitted: ({ application }) => application.submittedAt?.getTime() ?? null,
      findings: ({ findings }) => findings,
      step: ({ step }) => deskSteps.indexOf(step),
    });
  }

  private institutionsOf(rows: readonly DeskRow[]) {
    return this.institutions.byIds(rows.flatMap(({ application }) => application.institutionId ?? []));
  }

  /**
   * Every dossier that a member may know of, in the order in which they came, and how many they have declared a conflict
   * with. Those that the platform found are not even counted: a count would tell that a colleague has applied.
   */
  async rows(
    { accountId }: Actor,
    editionId: string,
  ): Promise<{ rows: DeskRow[]; panel: CommissionPanel; recused: number }> {
    const edition = await this.editions.byId(editionId);
    const criteria = edition?.definition.admission.criteria.map(({ id }) => id) ?? [];
    const applications: ApplicationOnList[] = await this.database.read.find(Application, {
      select: columnsOnList,
      where: { editionId, state: In([...onTheDesk]) },
      order: { submittedAt: 'ASC', id: 'ASC' },
    });
    const panel = await this.panels.of(
      editionId,
      applications.map((application) => application.accountId),
    );
    const mine = { applicationId: In(applications.map(({ id }) => id)), accountId };
    const declarations = byApplication(
      await this.database.read.find(Declaration, {
        select: { id: true, applicationId: true, accountId: true, inConflict: true, at: true },
        where: mine,
      }),
    );
    const found = byApplication(
      await this.database.read.find(Finding, {
        select: { id: true, applicationId: true, round: true, criterionId: true },
        where: mine,
      }),
    );
    const voted = byApplication(
      await this.database.read.find(Vote, { select: { id: true, applicationId: true, round: true }, where: mine }),
    );
    const looks = byApplication(await this.database.read.findBy(ViewedVersion, mine));
    const onAppeal = await deliberationRecordOf(
      this.database.read,
      applications.filter(({ round }) => round === 2),
    );
    const open = applications.filter((application) => {
      const reading = panel.readingOf(accountId, application, declarations.of(application));
      return reading === 'reads' || reading === 'undeclared';
    });
    const rows = open.map((one): DeskRow => {
      const application = asItLiesBefore(one, () => decidesOn(accountId, one, panel, onAppeal));
      const isOfItsRound = ({ round }: { round: number }) => round === application.round;
      const findings = found
        .of(application)
        .filter((one) => isOfItsRound(one) && criteria.includes(one.criterionId)).length;
      const hasVoted = voted.of(application).some(isOfItsRound);
      const reads = panel.readingOf(accountId, application, declarations.of(application)) === 'reads';
      const step = deskStepOf({ state: application.state, reads, hasVoted, findings, criteria: criteria.length });
      const chairsAppeal = application.round === 2 && baseOn(application, panel, onAppeal).chairId === accountId;
      const seen = looks.of(application).map(({ version }) => version);
      const lookedAt = seen.length ? Math.max(...seen) : null;
      const claims = step === 'to-declare' ? panel.claimsOn(accountId, application, declarations.of(application)) : [];
      return {
        application,
        step,
        reads,
        claims,
        mark: isInHand(step) ? markOf(application.version, { lookedAt, hasVoted }) : null,
        findings,
        chairsAppeal,
      };
    });
    return { rows, panel, recused: await this.recused(accountId, editionId) };
  }

  /** With how many applicants a member has declared a conflict: whatever became of them, so that the number tells nothing. */
  private recused(accountId: string, editionId: string): Promise<number> {
    return this.database.read
      .createQueryBuilder(Declaration, 'declaration')
      .innerJoin(Application, 'application', 'application.id = declaration.applicationId')
      .where('application.editionId = :editionId', { editionId })
      .andWhere('declaration.accountId = :accountId AND declaration.inConflict = :yes', { accountId, yes: true })
      .getCount();
  }
}

/** Rows at hand by their application, so that hundreds of dossiers are gone through once. */
function byApplication<Row extends { applicationId: string }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return { of: ({ id }: { id: string }): readonly Row[] => groups.get(id) ?? [] };
}

/** What has changed comes first, then what is assigned, and of both what is new. Next and previous dossier stay where they are. */
const rank = ({ mark, application }: DeskRow, assigned: ReadonlySet<string>): number =>
  (mark === 'changed' ? 0 : 4) + (assigned.has(application.id) ? 0 : 2) + (mark === 'new' ? 0 : 1);
