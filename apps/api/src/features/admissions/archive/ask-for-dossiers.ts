import type { askForDossiers, InputOf } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { DossiersAskedFor } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { Extract } from '../extracts/extract.entity';
import { ExtractDesk } from '../extracts/extract-desk';
import { patienceMs, zipDossiers } from './jobs/zip-dossiers.job';

/**
 * Asks for dossiers bound for the archive: one, or all of an edition. An application that was never submitted cannot be
 * archived.
 */
@Injectable()
export class AskForDossiers {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly recusals: Recusals,
    private readonly desk: ExtractDesk,
  ) {}

  /** Refusals: admissions.extract-under-way. */
  async one(actor: Actor, editionId: string, applicationId: string, language: string): Promise<{ id: string }> {
    if (!(await this.open(actor, editionId)).includes(applicationId)) throw notFound();
    const extract = await this.desk.begin(actor, editionId, { kind: 'dossier', language, applicationId });
    await this.transaction.run(async (tx) => {
      await this.desk.take(tx, extract);
      await tx.publish(new DossiersAskedFor([extract.id]));
    });
    return { id: extract.id };
  }

  /**
   * The named ones, or all.
   * Refusals: admissions.extract-under-way, admissions.no-dossiers.
   */
  async several(
    actor: Actor,
    editionId: string,
    { language, applicationIds: chosen }: InputOf<typeof askForDossiers>['body'],
  ): Promise<{ id: string }> {
    const open = await this.open(actor, editionId);
    const applicationIds = chosen ? open.filter((id) => chosen.includes(id)) : open;
    if (chosen && applicationIds.length < new Set(chosen).size) throw notFound();
    if (!applicationIds.length) throw new Refused(refuse('admissions.no-dossiers'));
    const whole = await this.desk.begin(actor, editionId, { kind: 'dossiers', language });
    whole.total = applicationIds.length;
    const parts = applicationIds.map((applicationId): Extract => ({
      ...whole,
      id: newId(),
      kind: 'dossier',
      applicationId,
      partOfId: whole.id,
      total: 0,
    }));
    await this.transaction.run(async (tx) => {
      await this.desk.take(tx, whole);
      await tx.insert(Extract, parts);
      await tx.enqueue(zipDossiers, { extractId: whole.id }, { dueAt: new Date(whole.askedAt.getTime() + patienceMs) });
      await tx.publish(new DossiersAskedFor(parts.map(({ id }) => id)));
    });
    return { id: whole.id };
  }

  /** The submitted applications that this reader may learn of. */
  private async open({ accountId }: Actor, editionId: string): Promise<string[]> {
    const leftOut = await this.recusals.of(accountId, editionId);
    const rows = await this.database.read.find(Application, {
      select: { id: true },
      where: { editionId, submittedAt: Not(IsNull()) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id }) => id).filter((id) => !leftOut.has(id));
  }
}
