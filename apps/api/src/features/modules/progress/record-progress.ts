import { type Progress, progressAfter } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import type { Material } from '../material/material.entity';
import { MaterialProgress } from './material-progress.entity';

@Injectable()
export class RecordProgress {
  constructor(private readonly clock: Clock) {}

  /** A participant's progress after a step; their enrolment is locked. */
  async step(
    tx: Tx,
    enrolmentId: string,
    { id: materialId, kind }: Pick<Material, 'id' | 'kind'>,
    step: Parameters<typeof progressAfter>[2],
  ): Promise<Progress> {
    const now = await tx.manager.findOneBy(MaterialProgress, { enrolmentId, materialId });
    const progress = progressAfter(kind, now, step, this.clock.now());
    const { openedAt, finishedAt, finishedBy } = progress;
    const row = { id: now?.id ?? newId(), enrolmentId, materialId, openedAt, finishedAt, finishedBy };
    if (progress !== now) await tx.put(MaterialProgress, ['enrolmentId', 'materialId'], row);
    return progress;
  }
}
