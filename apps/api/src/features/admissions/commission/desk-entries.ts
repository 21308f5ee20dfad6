import { asItLiesBefore, deskStepOf, deskSteps, isInHand, markOf, onTheDesk, plain, whoChairs } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { institutionRows } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Assignment } from '../assignment/assignment.entity';
import { Application, type ApplicationOnList, onList } from '../dossier/application.entity';
import { type CommissionPanel, idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { baseOn } from '../dossier/deliberation';
import { type DeliberationRecord, onThese, recordOf, recordRows } from '../dossier/deliberation-record';
import { Finding } from '../dossier/finding.entity';
import { Vote } from '../dossier/vote.entity';
import { DeskEntry } from './desk-entry.entity';
import { ViewedVersion } from './viewed-version.entity';

/** Derives the entries of desks from their sources. */
@Injectable()
export class DeskEntries {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /** The entries of these applications, on the desk of each member who may know of them. One statement. */
  async of(editionId: string, applicationIds: readonly string[]): Promise<DeskEntry[]> {
    const these = { applicationIds };
    const [edition, read] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        applications: rowsOf(
          Application,
          'WHERE it.id IN (:...applicationIds) AND it.editionId = :editionId AND it.state IN (:...states)',
          { ...these, editionId, states: onTheDesk },
          { columns: onList },
        ),
        institutions: institutionRows(
          'SELECT DISTINCT institutionId AS id FROM application WHERE id IN (:...applicationIds)',
          these,
        ),
        ...panelRows(editionId, idsOfApplicants, these),
        ...recordRows(applicationIds),
        looks: rowsOf(ViewedVersion, onThese, these),
        assignments: rowsOf(Assignment, onThese, these),
      }),
    ]);
    if (!edition) return [];
    const { applications } = read;
    const panel = panelOf(read);
    const rows = {
      declarations: byPair(read.declarations),
      findings: byPair(read.findings),
      votes: byPair(read.votes),
      looks: byPair(read.looks),
      assignments: byPair(read.assignments),
      onAppeal: recordOf(
        read,
        applications.filter(({ round }) => round === 2),
      ),
    };
    const institutions = new Map(read.institutions);
    const criteria = edition.definition.admission.criteria.map(({ id }) => id);
    return applications.flatMap((application) => {
      const institution = institutions.get(application.institutionId ?? '')?.name ?? '';
      return panel.members.flatMap(
        ({ accountId }) => entryOf({ accountId, application, institution, panel, criteria, rows }) ?? [],
      );
    });
  }
}

/** Rows by application and member. */
function byPair<Row extends { applicationId: string; accountId: string }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ applicationId, accountId }) => `${applicationId} ${accountId}`);
  return (applicationId: string, accountId: string): readonly Row[] =>
    groups.get(`${applicationId} ${accountId}`) ?? [];
}

type Of<Row> = (applicationId: string, accountId: string) => readonly Row[];

interface Before {
  accountId: string;
  application: ApplicationOnList;
  institution: string;
  panel: CommissionPanel;
  criteria: readonly string[];
  rows: {
    declarations: Of<Declaration>;
    findings: Of<Finding>;
    votes: Of<Vote>;
    looks: Of<ViewedVersion>;
    assignments: Of<Assignment>;
    onAppeal: DeliberationRecord;
  };
}

/** One application as it lies before one member; `null` if the member must not know of it. */
function entryOf({ accountId, application: stored, institution, panel, criteria, rows }: Before): DeskEntry | null {
  const declarations = rows.declarations(stored.id, accountId);
  const reading = panel.readingOf(accountId, stored, declarations);
  if (reading !== 'reads' && reading !== 'undeclared') return null;
  const base = stored.round === 2 ? baseOn(stored, panel, rows.onAppeal) : null;
  const application = asItLiesBefore(
    stored,
    () => base?.members.some((member) => member.accountId === accountId) ?? false,
  );
  const isOfItsRound = ({ round }: { round: number }) => round === application.round;
  const findings = rows
    .findings(stored.id, accountId)
    .filter((one) => isOfItsRound(one) && criteria.includes(one.criterionId)).length;
  const hasVoted = rows.votes(stored.id, accountId).some(isOfItsRound);
  const { state, version } = application;
  const step = deskStepOf({ state, reads: reading === 'reads', hasVoted, findings, criteria: criteria.length });
  const seen = rows.looks(stored.id, accountId).map((look) => look.version);
  const mark = isInHand(step) ? markOf(version, { lookedAt: seen.length ? Math.max(...seen) : null, hasVoted }) : null;
  const turn = rows.assignments(stored.id, accountId).length ? 0 : 1;
  const name = panel.nameOf(stored.accountId);
  return {
    id: newId(),
    editionId: stored.editionId,
    accountId,
    applicationId: stored.id,
    step,
    stepNumber: deskSteps.indexOf(step),
    mark,
    findings,
    claims: step === 'to-declare' ? panel.claimsOn(accountId, application, declarations) : [],
    isAppeal: state === 'appealed',
    chairs:
      (application.round === 2 && base?.chairId === accountId) ||
      (state !== 'appealed' && chairOf(panel, stored, rows.declarations) === accountId),
    turn,
    urgency: (mark === 'changed' ? 0 : 4) + 2 * turn + (mark === 'new' ? 0 : 1),
    submittedAt: stored.submittedAt ?? stored.startedAt,
    name,
    sortName: plain(name).slice(0, 200),
    institution,
    country: stored.country ?? '',
    foundBy: plain(`${name} ${institution}`).slice(0, 1000),
  };
}

/** The member who chairs an application in its first round. */
function chairOf(panel: CommissionPanel, application: ApplicationOnList, declarations: Of<Declaration>): string | null {
  const chairs = panel.members.filter(({ role }) => role !== 'member').map(({ accountId }) => accountId);
  const inConflict = chairs.filter(
    (chair) => panel.groundsOf(chair, application, declarations(application.id, chair)).length > 0,
  );
  return whoChairs(panel.members, new Set(inConflict));
}
