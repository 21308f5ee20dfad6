import { inject } from '@angular/core';
import { followMaterial, type Material } from '@libretto/contracts';
import type { ProgressStep } from '@libretto/domain';
import { Api } from '../../platform/api';

/**
 * Tells the server how far the reader is with a material. It is not what they came for: where it cannot be told, nothing is said, and they
 * can still mark it themselves. Call it where a field is initialised.
 */
export function injectFollow(): (
  editionId: string,
  material: Pick<Material, 'id' | 'progress'>,
  step: ProgressStep,
) => Promise<Material['progress']> {
  const api = inject(Api);
  return async (editionId, { id: materialId, progress }, step) => {
    if (step !== 'unmarked' && progress?.finishedAt) return progress;
    const told = api.sendAway(followMaterial, { params: { editionId, materialId }, body: { step } });
    return told.catch(() => progress);
  };
}
