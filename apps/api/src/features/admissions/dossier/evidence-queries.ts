import type { EvidenceView } from '@libretto/contracts';
import { type Actor, asItLiesBefore } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { made, readTogether, type Rows, rowsOf, type Values } from '../../../platform/database/read-together';
import { fileCells, fileIn } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { Application, type ApplicationOnList, onList } from './application.entity';
import { idsOfApplicants, panelOf, panelRows } from './commission-panel';
import { decidesOn } from './deliberation';
import { Evidence, type EvidenceStanding } from './evidence.entity';
import { recordOf, recordRows } from './deliberation-record';

/** The check of who may open a file of a dossier. */
@Injectable()
export class EvidenceQueries {
  constructor(private readonly database: Database) {}

  /**
   * The file behind a piece of evidence, for its applicant and for members who read the dossier; for anybody else it
   * does not exist.
   */
  async fileFor({ accountId }: Actor, editionId: string, evidenceId: string): Promise<StoredFile> {
    const {
      evidence: [evidence],
      files: [file],
    } = await this.database.together({
      evidence: rowsOf(Evidence, 'WHERE it.id = :evidenceId', { evidenceId }),
      files: rowsOf(StoredFile, 'JOIN evidence ON evidence.fileId = it.id WHERE evidence.id = :evidenceId', {
        evidenceId,
      }),
    });
    if (!evidence || !file) throw notFound();
    const rows = await this.rows(editionId, evidence.applicationId);
    const [application] = rows.applications;
    if (!application) throw notFound();
    const isOwn = application.accountId === accountId;
    if (!isOwn && (evidence.standing === 'added' || !reads(accountId, application, evidence, rows))) throw notFound();
    return file;
  }

  /** Everything that says who may read the evidence of an application. */
  private rows(editionId: string, applicationId: string) {
    const applicationIds = [applicationId];
    return this.database.together({
      applications: rowsOf(
        Application,
        'WHERE it.id IN (:...applicationIds) AND it.editionId = :editionId',
        { applicationIds, editionId },
        { columns: onList },
      ),
      ...panelRows(editionId, idsOfApplicants, { applicationIds }),
      ...recordRows(applicationIds),
    });
  }
}

type Read = Awaited<ReturnType<EvidenceQueries['rows']>>;

function reads(accountId: string, application: ApplicationOnList, { ofAppeal }: Evidence, rows: Read): boolean {
  if (application.state === 'draft' || application.state === 'withdrawn') return false;
  const panel = panelOf(rows);
  const record = recordOf(rows, [application]);
  if (panel.readingOf(accountId, application, record.declarations) !== 'reads') return false;
  return !ofAppeal || asItLiesBefore(application, () => decidesOn(accountId, application, panel, record)).round === 2;
}

const columns = ['id', 'kind', 'fieldId', 'ofAppeal'] as const;

/**
 * The evidence in these standings of the application whose id `which` is in SQL, with the properties of its files, in the
 * order of arrival; for a statement that reads other rows too.
 */
export const evidenceRows = (
  which: string,
  standings: readonly EvidenceStanding[],
  values: Values,
): Rows<EvidenceView> =>
  made(
    rowsOf(
      Evidence,
      `JOIN stored_file file ON file.id = it.fileId
       WHERE it.applicationId IN (${which}) AND it.standing IN (:...standings)`,
      { ...values, standings },
      {
        columns,
        beside: { fileId: 'file.id', ...fileCells },
        by: ['id'],
      },
    ),
    ({ id, kind, fieldId, ofAppeal, fileId, ...file }) => ({
      id,
      kind,
      fieldId,
      ofAppeal,
      file: fileIn(String(fileId), file),
    }),
  );

/** The same, read. One statement. */
export async function evidenceViews(
  manager: EntityManager,
  applicationId: string,
  standings: readonly EvidenceStanding[],
): Promise<EvidenceView[]> {
  const { evidence } = await readTogether(manager, {
    evidence: evidenceRows(':applicationId', standings, { applicationId }),
  });
  return evidence;
}
