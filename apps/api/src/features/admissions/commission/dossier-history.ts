import type { DossierHistory, ReturnView } from '@libretto/contracts';
import { changesBetween, type DossierContents } from '@libretto/domain';
import { rowsOf } from '../../../platform/database/read-together';
import { type InstitutionCard, institutionRows } from '../../accounts';
import type { EditionCard } from '../../editions';
import type { Application } from '../dossier/application.entity';
import type { CommissionPanel } from '../dossier/commission-panel';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { ownFieldsOf } from '../dossier/terms';
import { ViewedVersion } from './viewed-version.entity';

/** The rows of the versions that a member has viewed. */
export const viewedRows = (applicationId: string, accountId: string) =>
  rowsOf(
    ViewedVersion,
    'WHERE it.applicationId = :applicationId AND it.accountId = :accountId',
    { applicationId, accountId },
    { by: ['version'] },
  );

/**
 * The version that the member viewed before the latest one. Changes since then still show after the first view, so that
 * reloading the page, or voting, hides none.
 */
export const viewedBefore = (viewed: readonly ViewedVersion[], { version }: Pick<Application, 'version'>) =>
  viewed.findLast((view) => view.version < version);

/** The rows of these versions of a dossier, and of the institutions that they name. */
export const versionRows = (applicationId: string, numbers: readonly number[]) => ({
  versions: rowsOf(DossierVersion, 'WHERE it.applicationId = :applicationId AND it.number IN (:...numbers)', {
    applicationId,
    numbers,
  }),
  institutions: institutionRows(
    'SELECT institutionId AS id FROM dossier_version WHERE applicationId = :applicationId AND number IN (:...numbers)',
    { applicationId, numbers },
  ),
});

interface Known {
  application: Application;
  edition: EditionCard;
  panel: CommissionPanel;
  returns: readonly (ReturnView & { byId: string })[];
  viewed: readonly ViewedVersion[];
  versions: readonly DossierVersion[];
  institutions: ReadonlyMap<string, InstitutionCard>;
}

/** The history of a dossier, and the changes since a member last viewed it. */
export const historyOf = ({ returns, ...known }: Known): DossierHistory => ({
  version: known.application.version,
  changes: changesIn(known),
  returns: returns.map(({ byId, questions, ...one }) => ({
    ...one,
    by: known.panel.nameOf(byId),
    // Only the applicant sees an answer that is not submitted yet.
    questions: questions.map((question) => (one.answeredAt ? question : { ...question, answer: '' })),
  })),
  fields: ownFieldsOf(known.edition),
});

function changesIn({ application, viewed, versions, institutions }: Omit<Known, 'returns'>): DossierHistory['changes'] {
  const before = viewedBefore(viewed, application);
  if (!before) return null;
  const contents = (number: number): DossierContents | undefined => {
    const found = versions.find((one) => one.number === number);
    return (
      found && { ...found, institution: institutions.get(found.institutionId)?.name ?? '', evidence: filesOf(found) }
    );
  };
  const [earlier, later] = [contents(before.version), contents(application.version)];
  if (!earlier || !later) return null;
  return {
    since: before.at.toISOString(),
    isNew: !viewed.some(({ version }) => version === application.version),
    fields: changesBetween(earlier, later) as NonNullable<DossierHistory['changes']>['fields'],
  };
}

const filesOf = ({ evidence }: DossierVersion): DossierContents['evidence'] =>
  evidence.map(({ id, kind, file }) => ({ id, kind, name: file.name }));
