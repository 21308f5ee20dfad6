import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { Material } from '../material/material.entity';

@Injectable()
export class RemoveMaterial {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Takes a material off its module. Again changes nothing. */
  async run(editionId: string, materialId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const material = await tx.lock(Material, materialId);
      if (material.editionId !== editionId) throw notFound();
      material.removedAt ??= this.clock.now();
      await tx.save(material);
    });
  }
}
