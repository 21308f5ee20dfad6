import { laterDay } from '@libretto/domain';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { EditionCopied } from '../../editions';
import { PageDraft } from '../pages/page-draft.entity';
import { PagePicture } from '../pages/page-picture.entity';
import { Material } from '../material/material.entity';

/**
 * The copy of an edition has the same materials, in their order. A file is shared: no material ever takes its file along. Pages come as
 * drafts, to be looked through and published; days of opening move along with the dates.
 */
@ReactsTo(EditionCopied)
export class CopyMaterials implements Reaction<EditionCopied> {
  constructor(private readonly clock: Clock) {}

  async react({ originalId, copyId, days, byAccountId }: EditionCopied, tx: Tx): Promise<void> {
    const materials = await tx.manager.findBy(Material, { editionId: originalId, removedAt: IsNull() });
    const copies = new Map(materials.map(({ id }) => [id, newId()]));
    const [addedBy, addedAt] = [byAccountId, this.clock.now()];
    await tx.insert(
      Material,
      materials.map((material) => ({
        ...material,
        ...{ id: copies.get(material.id), editionId: copyId, version: null, addedBy, addedAt },
        // What opens after a test does so in the copy too.
        opensOn: material.opensOn && laterDay(material.opensOn, days),
      })),
    );
    const of = { materialId: In(materials.filter(({ kind }) => kind === 'page').map(({ id }) => id)) };
    const [drafts, pictures] = [await tx.manager.findBy(PageDraft, of), await tx.manager.findBy(PagePicture, of)];
    const placed = ({ materialId }: { materialId: string }) => ({ id: newId(), materialId: copies.get(materialId) });
    await tx.insert(
      PageDraft,
      drafts.map((draft) => ({ ...draft, ...placed(draft), changedBy: addedBy, changedAt: addedAt })),
    );
    await tx.insert(
      PagePicture,
      pictures.map((picture) => ({ ...picture, ...placed(picture), addedBy, addedAt })),
    );
  }
}
