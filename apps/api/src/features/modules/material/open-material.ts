import { type Actor, dayOf, isOpenOn, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { mayChangeMaterials } from '../modules.policy';
import type { MaterialPlace } from './lock-material';
import { Material } from './material.entity';
import { isPublished } from './material-rows';

/** Lets a reader to a material, or says from which day on. */
@Injectable()
export class OpenMaterial {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
  ) {}

  /** Refusals: modules.material-not-open. What was taken off, and a page that was never published, is not found. */
  async for(actor: Actor, { editionId, materialId }: MaterialPlace): Promise<Material> {
    const [[material], edition] = await Promise.all([
      this.database.rows(
        rowsOf(Material, 'WHERE it.id = :materialId AND it.editionId = :editionId AND it.removedAt IS NULL', {
          materialId,
          editionId,
        }),
      ),
      this.editions.byId(editionId).then(orNotFound),
    ]);
    if (!material) throw notFound();
    if (mayChangeMaterials(actor, { editionId })) return material;
    if (!isPublished(material)) throw notFound();
    const { opensOn } = material;
    if (!isOpenOn(opensOn, dayOf(this.clock.now(), edition.timeZone)))
      throw new Refused(refuse('modules.material-not-open', { day: opensOn ?? '' }));
    return material;
  }

  /** The file of a material. */
  async fileOf(actor: Actor, place: MaterialPlace): Promise<string> {
    return orNotFound((await this.for(actor, place)).fileId);
  }
}
