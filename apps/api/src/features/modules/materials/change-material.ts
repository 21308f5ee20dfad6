import type { changeMaterial, InputOf } from '@libretto/contracts';
import { mayOpenAfter } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { Database } from '../../../platform/database/database';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { Material } from '../material/material.entity';

@Injectable()
export class ChangeMaterial {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Says how long a material takes, whether it is required, and from when or after what it is open. All of its module are locked, so that
   * no two authors close a circle. Refusals: modules.condition-in-circle, modules.condition-elsewhere.
   */
  async run({ params, body }: InputOf<typeof changeMaterial>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { editionId, materialId } = params;
      const found = orNotFound(await this.database.read.findOneBy(Material, { id: materialId, editionId }));
      const { moduleNumber } = found;
      const all = await tx.lockAll(Material, { editionId, moduleNumber, removedAt: IsNull() });
      const material = all.find(({ id }) => id === materialId);
      if (!material) throw notFound();
      orRefuse(mayOpenAfter(all, materialId, body.opensAfterId));
      await tx.save(Object.assign(material, body));
    });
  }
}
