import type { InputOf, orderMaterials } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { Material } from '../material/material.entity';
import { inOrder } from '../material/material-rows';

@Injectable()
export class OrderMaterials {
  constructor(private readonly transaction: Transaction) {}

  /**
   * Puts the materials of a module in order. One that somebody else has added meanwhile comes last, and one that was taken
   * off is passed over, so the order of somebody who saw neither still counts.
   */
  async run({ params, body }: InputOf<typeof orderMaterials>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { editionId, moduleNumber } = params;
      const materials = await tx.lockAll(Material, { editionId, moduleNumber, removedAt: IsNull() });
      const wanted = new Map(body.materialIds.map((id, at) => [id, at]));
      const placeOf = ({ id }: Material) => wanted.get(id) ?? Infinity;
      const ordered = materials.sort(inOrder).sort((one, other) => placeOf(one) - placeOf(other) || 0);
      await tx.put(Material, ['id'], ...ordered.map((material, at) => ({ ...material, position: at + 1 })));
    });
  }
}
