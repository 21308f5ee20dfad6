import { type Actor, dayOf, isOpenOn, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { mayChangeMaterials } from '../modules.policy';
import type { MaterialPlace } from './lock-material';
import { Material } from './material.entity';
import { isPublished } from './material-rows';

/** Lets a reader to a material, or says from which day on, or after what. */
@Injectable()
export class OpenMaterial {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Refusals: modules.material-not-open, modules.material-opens-after. What was taken off, and a page that was never published, is not found. */
  async for(actor: Actor, { editionId, materialId }: MaterialPlace): Promise<Material> {
    const [[material], edition, enrolment] = await Promise.all([
      this.database.rows(
        rowsOf(Material, 'WHERE it.id = :materialId AND it.editionId = :editionId AND it.removedAt IS NULL', {
          materialId,
          editionId,
        }),
      ),
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    if (!material) throw notFound();
    if (mayChangeMaterials(actor, { editionId })) return material;
    if (!isPublished(material)) throw notFound();
    const { opensOn } = material;
    if (!isOpenOn(opensOn, dayOf(this.clock.now(), edition.timeZone)))
      throw new Refused(refuse('modules.material-not-open', { day: opensOn ?? '' }));
    if (material.opensAfterId) await this.refuseUnlessFinished(material.opensAfterId, enrolment?.id ?? '');
    return material;
  }

  private async refuseUnlessFinished(materialId: string, enrolmentId: string): Promise<void> {
    const [first] = await this.database.rows(
      rowsOf(
        Material,
        `LEFT JOIN material_progress own ON own.materialId = it.id AND own.enrolmentId = :enrolmentId
         WHERE it.id = :materialId AND it.removedAt IS NULL`,
        { materialId, enrolmentId },
        { columns: ['title'], beside: { finishedAt: 'own.finishedAt' } },
      ),
    );
    if (first && first.finishedAt === null)
      throw new Refused(refuse('modules.material-opens-after', { title: first.title }));
  }

  /** The file of a material. */
  async fileOf(actor: Actor, place: MaterialPlace): Promise<string> {
    return orNotFound((await this.for(actor, place)).fileId);
  }
}
