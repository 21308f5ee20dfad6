import { type Actor, canBeEdited, type EvidenceKind, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { notFound, Refused } from '../../../platform/http/refused';
import { Application } from './application.entity';
import { Evidence } from './evidence.entity';
import { lockOwnDraft } from './lock-own-application';

const mostFiles = 20;

/** Adds one file of evidence to somebody’s own application. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, editionId: string, kind: EvidenceKind, request: FastifyRequest): Promise<{ id: string }> {
    // Asked before the bytes arrive, so that nobody waits for an upload that is refused.
    const application = await this.database.read.findOneBy(Application, { editionId, accountId: actor.accountId });
    if (!application) throw notFound();
    if (!canBeEdited(application.state)) throw new Refused(refuse('admissions.not-editable'));
    const file = await this.files.receive(request, 'evidence');
    const id = newId();
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        const { id: applicationId } = await lockOwnDraft(tx, actor, editionId);
        if ((await tx.manager.countBy(Evidence, { applicationId })) >= mostFiles)
          throw new Refused(refuse('admissions.too-much-evidence', { most: mostFiles }));
        await this.files.keep(tx, file);
        await tx.insert(Evidence, { id, applicationId, fileId: file.id, kind, addedAt: this.clock.now() });
      }),
    );
    return { id };
  }
}
