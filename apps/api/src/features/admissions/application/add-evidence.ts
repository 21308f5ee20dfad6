import type { InputOf, addEvidence } from '@libretto/contracts';
import { type Actor, evidenceKindsOf, mostFiles, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { ApiRequest } from '../../../platform/http/handles';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { Application } from '../dossier/application.entity';
import { Evidence, inHand } from '../dossier/evidence.entity';
import { type EditionCard, EditionDirectory } from '../../editions';
import { AppealWindow } from '../appeal/appeal-window';
import { lockOwnApplication } from '../dossier/lock-own-application';
import { formPartsOf, ownFieldsOf } from '../dossier/terms';

const most = 20;

type What = InputOf<typeof addEvidence>['query'];

/** Adds one file of evidence to the actor's own application, or to the appeal that they can make. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly clerk: AppealWindow,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.not-editable, admissions.no-such-field, admissions.too-much-evidence,
   * admissions.field-is-full, and `uploadRefusals`.
   */
  async run(actor: Actor, editionId: string, what: What, request: ApiRequest): Promise<{ id: string }> {
    // Checked before the upload, so that nobody waits for one that is refused.
    const application = await this.database.read.findOneBy(Application, { editionId, accountId: actor.accountId });
    const edition = await this.editions.byId(editionId);
    if (!application || !edition) throw notFound();
    await this.clerk.evidenceFor(application, edition);
    const field = this.fieldAsked(edition, what);
    const file = await this.files.receive(request, 'evidence');
    const { kind } = what;
    const id = newId();
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        const locked = await lockOwnApplication(tx, actor, editionId);
        const { id: applicationId, state } = locked;
        const { ofAppeal } = await this.clerk.evidenceFor(locked, edition);
        const held = await tx.manager.findBy(Evidence, { applicationId, standing: In([...inHand]) });
        if (held.length >= most) throw new Refused(refuse('admissions.too-much-evidence', { most }));
        if (field && held.filter(({ fieldId }) => fieldId === field.id).length >= mostFiles(field))
          throw new Refused(refuse('admissions.field-is-full', { most: mostFiles(field) }));
        await this.files.keep(tx, file);
        const standing = ofAppeal || state === 'returned' ? ('added' as const) : ('in' as const);
        await tx.insert(Evidence, {
          id,
          applicationId,
          fileId: file.id,
          kind,
          fieldId: field?.id ?? null,
          standing,
          ofAppeal,
          addedAt: this.clock.now(),
        });
      }),
    );
    return { id };
  }

  /**
   * The own field that a file is for: one that takes files. Without one, its kind must be one that the form asks for.
   */
  private fieldAsked(edition: EditionCard, { kind, field: fieldId }: What) {
    if (fieldId === undefined) {
      if (!evidenceKindsOf(formPartsOf(edition)).includes(kind)) throw new Refused(refuse('admissions.no-such-field'));
      return null;
    }
    const field = ownFieldsOf(edition).find(({ id }) => id === fieldId);
    if (field?.kind !== 'file' || kind !== 'other') throw new Refused(refuse('admissions.no-such-field'));
    return field;
  }
}
