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
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { orNotFound } from '../../../platform/refusals/refused';
import { institutionRows } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { mayPinConflicts } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { type CommissionPanel, panelOf, panelRows } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { Recusals } from '../dossier/recusals';
import { Conflict } from '../dossier/conflict.entity';
import type { Applicant } from '../dossier/acquainted';

type Query = InputOf<typeof readConflicts>['query'];
type Row = ConflictsView['items'][number];
type ApplicantRow = Applicant & Pick<Application, 'country'>;

const mostFound = 20;

const applicantNames = ['id', 'accountId', 'institutionId', 'referees', 'country'] as const;

const columns = { name: ({ name }: Row) => name, member: ({ member }: Row) => member };

/** The conflicts between a commission and its applicants, for the coordinator. A fixed number of statements. */
@Injectable()
export class ConflictRegister {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
  ) {}

  async of(actor: Actor, editionId: string, { q, ground, sort, after }: Query): Promise<ConflictsView> {
    const [card, { applicants, panel, lineOf, declarations, conflicts }] = await Promise.all([
      this.editions.byId(editionId),
      this.applicants(actor, editionId),
    ]);
    const edition = orNotFound(card);
    const nameOf = (accountId: string | null) => (accountId ? panel.nameOf(accountId) : '');
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
    const [card, { applicants, lineOf }] = await Promise.all([
      this.editions.byId(editionId),
      this.applicants(actor, editionId),
    ]);
    orNotFound(card);
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
    const inEdition = 'JOIN application ON application.id = it.applicationId WHERE application.editionId = :editionId';
    const named = `SELECT accountId AS id FROM application WHERE editionId = :editionId AND submittedAt IS NOT NULL
      UNION SELECT conflict.byId FROM conflict JOIN application ON application.id = conflict.applicationId
      WHERE application.editionId = :editionId
      UNION SELECT conflict.endedById FROM conflict JOIN application ON application.id = conflict.applicationId
      WHERE application.editionId = :editionId`;
    const rows = await this.database.together({
      all: rowsOf(
        Application,
        'WHERE it.editionId = :editionId AND it.submittedAt IS NOT NULL',
        { editionId },
        {
          columns: applicantNames,
        },
      ),
      ...panelRows(editionId, named, { editionId }),
      institutions: institutionRows(
        'SELECT DISTINCT institutionId AS id FROM application WHERE editionId = :editionId',
        { editionId },
      ),
      declarations: rowsOf(Declaration, inEdition, { editionId }),
      conflicts: rowsOf(Conflict, inEdition, { editionId }, { by: ['at', 'id'] }),
    });
    const known: ApplicantRow[] = rows.all.filter(({ id }) => !closed.has(id));
    const panel = panelOf(rows);
    const institutions = new Map(rows.institutions);
    const lineOf = (applicant: ApplicantRow) => ({
      applicationId: applicant.id,
      name: panel.nameOf(applicant.accountId),
      institution: institutions.get(applicant.institutionId ?? '')?.name ?? '',
      country: applicant.country ?? '',
    });
    const isKnown = ({ applicationId }: { applicationId: string }) => !closed.has(applicationId);
    return {
      applicants: known.sort(byName(panel)),
      panel,
      lineOf,
      declarations: rows.declarations.filter(isKnown),
      conflicts: rows.conflicts.filter(isKnown),
    };
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
