import type { ConflictGroundView, ConflictsView, InputOf, readConflicts } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  claimedGrounds,
  clear,
  isRefusal,
  isUnanswered,
  type RegisteredGround,
  searchFor,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageAfter } from '../../../platform/http/page-after';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { mayPinConflicts } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { type CommissionPanel, CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { Recusals } from '../dossier/recusals';
import { Conflict } from '../dossier/conflict.entity';
import { type Applicant, applicantColumns } from '../dossier/acquainted';

type Query = InputOf<typeof readConflicts>['query'];
type Row = ConflictsView['items'][number];
type ApplicantRow = Applicant & Pick<Application, 'country'>;

const mostFound = 20;

const columns = { name: ({ name }: Row) => name, member: ({ member }: Row) => member };

/** The conflicts between a commission and its applicants, for the coordinator. A fixed number of statements. */
@Injectable()
export class ConflictRegister {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly panels: CommissionPanels,
    private readonly recusals: Recusals,
  ) {}

  async of(actor: Actor, editionId: string, { q, ground, sort, after }: Query): Promise<ConflictsView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { applicants, panel, lineOf } = await this.applicants(actor, editionId);
    const applicationId = In(applicants.map(({ id }) => id));
    const declarations = await this.database.read.findBy(Declaration, { applicationId });
    const conflicts = await this.database.read.find(Conflict, {
      where: { applicationId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const others = await this.people.byIds(
      conflicts.flatMap(({ byId, endedById }) => [byId, endedById].flatMap((id) => id ?? [])),
    );
    const nameOf = (accountId: string | null) => (accountId ? (others.get(accountId)?.name ?? '') : '');
    const means = searchFor(q);
    const declaredTo = Map.groupBy(declarations, ({ applicationId: to }) => to);
    const declaredBy = new Map(declarations.map((declaration) => [pairOf(declaration), declaration]));
    const keptOf = Map.groupBy(conflicts, pairOf);
    const all = applicants.flatMap((applicant): Row[] => {
      const standing = panel.conflictsWith(applicant, declaredTo.get(applicant.id) ?? []);
      return panel.members.flatMap(({ accountId, role }): Row[] => {
        const pair = pairOf({ applicationId: applicant.id, accountId });
        const kept = keptOf.get(pair) ?? [];
        const declaration = declaredBy.get(pair);
        const isOnRecord = (ground: RegisteredGround) =>
          ground === 'declared' || kept.some((one) => one.ground === ground);
        const grounds = [
          ...(declaration?.inConflict ? [declaredView(declaration)] : []),
          ...kept.map((conflict) => keptView(conflict, { declaration, nameOf, readerId: actor.accountId })),
          ...(standing.get(accountId) ?? []).flatMap((ground) => (isOnRecord(ground) ? [] : { ...nobodySaid, ground })),
        ];
        const stands = standing.has(accountId);
        return grounds.length
          ? [{ ...lineOf(applicant), accountId, member: panel.nameOf(accountId), role, stands, grounds }]
          : [];
      });
    });
    const rows = all.filter(
      (row) =>
        means(row.name, row.institution, row.member) && (!ground || row.grounds.some((one) => one.ground === ground)),
    );
    const seats = panel.members.map(({ accountId }) => accountId);
    const otherwise = ({ name, applicationId: id, accountId }: Row) => [name, id, seats.indexOf(accountId)];
    const { shown, next } = pageAfter(rows, { sort, columns, otherwise }, after);
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      items: shown,
      next,
      standing: all.filter(({ stands }) => stands).length,
      unanswered: all.flatMap(({ stands, grounds }) => (stands ? [] : grounds.filter(waits))).length,
      total: rows.length,
      members: panel.members.map(({ accountId, role }) => ({ accountId, role, name: panel.nameOf(accountId) })),
      can: { pin: mayPinConflicts(actor, { editionId }) && agree(changeIn(edition.state)) },
    };
  }

  /** The first applicants whose name or institution matches a search. */
  async find(actor: Actor, editionId: string, q: string | undefined) {
    orNotFound(await this.editions.byId(editionId));
    const { applicants, lineOf } = await this.applicants(actor, editionId);
    const means = searchFor(q);
    return {
      items: applicants
        .map(lineOf)
        .filter(({ name, institution }) => means(name, institution))
        .slice(0, mostFound),
    };
  }

  /** The applicants by name, without those that this reader must not learn of. */
  private async applicants({ accountId }: Actor, editionId: string) {
    const closed = await this.recusals.of(accountId, editionId);
    const select = { ...applicantColumns, country: true } as const;
    const all = await this.database.read.find(Application, {
      select,
      where: { editionId, submittedAt: Not(IsNull()) },
    });
    const known: ApplicantRow[] = all.filter(({ id }) => !closed.has(id));
    const panel = await this.panels.of(
      editionId,
      known.map((applicant) => applicant.accountId),
    );
    const institutions = await this.institutions.byIds(known.flatMap(({ institutionId }) => institutionId ?? []));
    const lineOf = (applicant: ApplicantRow) => ({
      applicationId: applicant.id,
      name: panel.nameOf(applicant.accountId),
      institution: institutions.get(applicant.institutionId ?? '')?.name ?? '',
      country: applicant.country ?? '',
    });
    return { applicants: known.sort(byName(panel)), panel, lineOf };
  }
}

const byName = (panel: CommissionPanel) => (a: Applicant, b: Applicant) =>
  panel.nameOf(a.accountId).localeCompare(panel.nameOf(b.accountId)) || a.id.localeCompare(b.id);

const pairOf = ({ applicationId, accountId }: { applicationId: string; accountId: string }) =>
  `${applicationId}.${accountId}`;

const nobodySaid = { id: null, reason: null, by: null, at: null, answer: null, ended: null };

const isClaim = (ground: RegisteredGround) => claimedGrounds.some((one) => one === ground);
const waits = ({ ground, answer, ended }: ConflictGroundView) => isClaim(ground) && !answer && !ended;

const declaredView = ({ reason, at }: Declaration): ConflictGroundView => ({
  ...nobodySaid,
  ground: 'declared',
  reason,
  at: at.toISOString(),
});

interface Beside {
  declaration: Declaration | undefined;
  nameOf: (id: string | null) => string;
  readerId: string;
}

function keptView(conflict: Conflict, { declaration, nameOf, readerId }: Beside): ConflictGroundView {
  const { id, ground, reason, byId, at, endedAt, endedById, endedBecause } = conflict;
  const isAnswered = isClaim(ground) && declaration && !isUnanswered({ at, hasEnded: false }, declaration.at);
  return {
    id: isRefusal(clear({ ground, hasEnded: endedAt !== null, isOwn: conflict.accountId === readerId })) ? null : id,
    ground,
    reason,
    by: byId ? nameOf(byId) : null,
    at: at.toISOString(),
    answer: isAnswered ? { inConflict: declaration.inConflict, at: declaration.at.toISOString() } : null,
    ended: endedAt ? { by: nameOf(endedById), because: endedBecause ?? '', at: endedAt.toISOString() } : null,
  };
}
