import type { EvidenceView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/http/refused';
import { Application } from './application.entity';
import { Benches } from '../commission/bench';
import { Declaration } from '../commission/declaration.entity';
import { asSubmitted, Evidence, inHand } from './evidence.entity';
import { readingOf } from '../commission/reading';

/** Which files a dossier holds, and who may open one. */
@Injectable()
export class EvidenceShelf {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
  ) {}

  /** The evidence that the commission has of an application, in the order in which it came. */
  of(applicationId: string): Promise<EvidenceView[]> {
    return evidenceViews(this.database.read, { applicationId, standing: In([...asSubmitted]) });
  }

  /** The evidence that the applicant has in hand: while the dossier is returned, not yet the commission’s. */
  inHand(applicationId: string): Promise<EvidenceView[]> {
    return evidenceViews(this.database.read, { applicationId, standing: In([...inHand]) });
  }

  /** The file behind a piece of evidence, for its applicant and for members who read the dossier; nobody else learns that it is there. */
  async fileFor({ accountId }: Actor, editionId: string, evidenceId: string): Promise<string> {
    const evidence = await this.database.read.findOneBy(Evidence, { id: evidenceId });
    const application = evidence
      ? await this.database.read.findOneBy(Application, { id: evidence.applicationId, editionId })
      : null;
    if (!evidence || !application) throw notFound();
    const isOwn = application.accountId === accountId;
    if (!isOwn && (evidence.standing === 'added' || !(await this.reads(accountId, application)))) throw notFound();
    return evidence.fileId;
  }

  private async reads(accountId: string, application: Application): Promise<boolean> {
    if (application.state === 'draft' || application.state === 'withdrawn') return false;
    const bench = await this.benches.of(application.editionId, [application.accountId]);
    const declarations = await this.database.read.findBy(Declaration, { applicationId: application.id });
    return readingOf(bench, application, declarations, accountId) === 'reads';
  }
}

/** Evidence with what is known of its files. Two statements. */
export async function evidenceViews(manager: EntityManager, where: FindOptionsWhere<Evidence>): Promise<EvidenceView[]> {
  const evidence = await manager.find(Evidence, { where, order: { id: 'ASC' } });
  const files = evidence.length ? await manager.findBy(StoredFile, { id: In(evidence.map(({ fileId }) => fileId)) }) : [];
  return evidence.flatMap(({ id, kind, fieldId, fileId }) => {
    const file = files.find((one) => one.id === fileId);
    return file ? [{ id, kind, fieldId, file: { id: file.id, name: file.name, type: file.type, bytes: file.bytes } }] : [];
  });
}
