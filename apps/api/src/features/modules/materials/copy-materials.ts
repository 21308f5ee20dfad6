import { isWritten, laterDay } from '@libretto/domain';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { EditionCopied } from '../../editions';
import { PageDraft } from '../pages/page-draft.entity';
import { PagePicture } from '../pages/page-picture.entity';
import { Material } from '../material/material.entity';
import { SelfTestDraft } from '../self-tests/self-test.entity';

/**
 * The copy of an edition has the same materials, in their order. A file is shared: no material ever takes its file along. Pages and
 * self-tests come as drafts, to be looked through and published; days of opening move along with the dates, conditions stay between the copies.
 */
@ReactsTo(EditionCopied)
export class CopyMaterials implements Reaction<EditionCopied> {
  constructor(private readonly clock: Clock) {}

  async react({ originalId, copyId, days, byAccountId }: EditionCopied, tx: Tx): Promise<void> {
    const materials = await tx.manager.findBy(Material, { editionId: originalId, removedAt: IsNull() });
    const copies = new Map(materials.map(({ id }) => [id, newId()]));
    const [addedBy, addedAt] = [byAccountId, this.clock.now()];
    const copied = materials.map((material) => ({
      ...material,
      ...{ id: copies.get(material.id)!, editionId: copyId, version: null, addedBy, addedAt },
      opensOn: material.opensOn && laterDay(material.opensOn, days),
      opensAfterId: copies.get(material.opensAfterId ?? '') ?? null,
    }));
    // One that opens after another can point to it only once that one is there.
    await tx.insert(
      Material,
      copied.map((material) => ({ ...material, opensAfterId: null })),
    );
    const conditional = copied.filter(({ opensAfterId }) => opensAfterId !== null);
    if (conditional.length) await tx.put(Material, ['id'], ...conditional);
    const of = { materialId: In(materials.filter(({ kind }) => isWritten(kind)).map(({ id }) => id)) };
    const [drafts, pictures] = [await tx.manager.findBy(PageDraft, of), await tx.manager.findBy(PagePicture, of)];
    const tests = await tx.manager.findBy(SelfTestDraft, of);
    const placed = ({ materialId }: { materialId: string }) => ({ id: newId(), materialId: copies.get(materialId) });
    await tx.insert(
      PageDraft,
      drafts.map((draft) => ({ ...draft, ...placed(draft), changedBy: addedBy, changedAt: addedAt })),
    );
    await tx.insert(
      SelfTestDraft,
      tests.map((test) => ({ ...test, ...placed(test), changedBy: addedBy, changedAt: addedAt })),
    );
    await tx.insert(
      PagePicture,
      pictures.map((picture) => ({ ...picture, ...placed(picture), addedBy, addedAt })),
    );
  }
}
