import type { MaterialKind } from '@libretto/domain';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { Material } from './material.entity';

export interface MaterialPlace {
  readonly editionId: string;
  readonly materialId: string;
}

/** A material that is on its module's page, locked until the end. Refuses with `common.not-found` if it is not. */
export async function lockMaterial(
  tx: Tx,
  { editionId, materialId }: MaterialPlace,
  kind?: MaterialKind,
): Promise<Material> {
  const [material] = await tx.lockAll(Material, { id: materialId, editionId, removedAt: IsNull() });
  if (!material || (kind && material.kind !== kind)) throw notFound();
  return material;
}
