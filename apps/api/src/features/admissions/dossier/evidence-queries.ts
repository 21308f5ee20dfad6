import type { EvidenceView } from '@libretto/contracts';
import { type Actor, asItLiesBefore } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { fileCard } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { Application } from './application.entity';
import { CommissionPanels } from './commission-panel';
import { decidesOn } from './deliberation';
import { asSubmitted, Evidence, inHand } from './evidence.entity';
import { deliberationRecordOf } from './deliberation-record';

/** The files of a dossier, and the check of who may open one. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly database: Database,
    private readonly panels: CommissionPanels,
  ) {}

  /** The evidence before the commission in the application's round, in the order of arrival. */
  of({ id: applicationId, round }: Pick<Application, 'id' | 'round'>): Promise<EvidenceView[]> {
    const inRound = round === 1 ? { ofAppeal: false } : {};
    return evidenceViews(this.database.read, { applicationId, standing: In([...asSubmitted]), ...inRound });
  }

  /**
   * The evidence that the applicant has in hand: while the dossier is returned, or before an appeal, the commission
   * does not have all of it yet.
   */
  inHand(applicationId: string): Promise<EvidenceView[]> {
    return evidenceViews(this.database.read, { applicationId, standing: In([...inHand]) });
  }

  /**
   * The file behind a piece of evidence, for its applicant and for members who read the dossier; for anybody else it
   * does not exist.
   */
  async fileFor({ accountId }: Actor, editionId: string, evidenceId: string): Promise<string> {
    const evidence = await this.database.read.findOneBy(Evidence, { id: evidenceId });
    const application = evidence
      ? await this.database.read.findOneBy(Application, { id: evidence.applicationId, editionId })
      : null;
    if (!evidence || !application) throw notFound();
    const isOwn = application.accountId === accountId;
    if (!isOwn && (evidence.standing === 'added' || !(await this.reads(accountId, application, evidence))))
      throw notFound();
    return evidence.fileId;
  }

  private async reads(accountId: string, application: Application, { ofAppeal }: Evidence): Promise<boolean> {
    if (application.state === 'draft' || application.state === 'withdrawn') return false;
    const panel = await this.panels.of(application.editionId, [application.accountId]);
    const record = await deliberationRecordOf(this.database.read, [application]);
    if (panel.readingOf(accountId, application, record.declarations) !== 'reads') return false;
    return !ofAppeal || asItLiesBefore(application, () => decidesOn(accountId, application, panel, record)).round === 2;
  }
}

/** Evidence with the properties of its files. Two statements. */
export async function evidenceViews(
  manager: EntityManager,
  where: FindOptionsWhere<Evidence>,
): Promise<EvidenceView[]> {
  const evidence = await manager.find(Evidence, { where, order: { id: 'ASC' } });
  const files = evidence.length
    ? await manager.findBy(StoredFile, { id: In(evidence.map(({ fileId }) => fileId)) })
    : [];
  return evidence.flatMap(({ id, kind, fieldId, ofAppeal, fileId }) => {
    const file = files.find((one) => one.id === fileId);
    return file ? [{ id, kind, fieldId, ofAppeal, file: fileCard(file) }] : [];
  });
}
