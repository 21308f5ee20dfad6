import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EditionCopied } from '../editions';
import { Material } from './material.entity';

/** The copy of an edition has the same materials. A file is shared: no material ever takes its file along. */
@ReactsTo(EditionCopied)
export class CopyMaterials implements Reaction<EditionCopied> {
  constructor(private readonly clock: Clock) {}

  async react({ originalId, copyId, byAccountId }: EditionCopied, tx: Tx): Promise<void> {
    const materials = await tx.manager.findBy(Material, { editionId: originalId, removedAt: IsNull() });
    const fresh = { editionId: copyId, addedBy: byAccountId, addedAt: this.clock.now() };
    await tx.insert(
      Material,
      materials.map((material) => ({ ...material, id: newId(), ...fresh })),
    );
  }
}
