import type { followMaterial, InputOf, MaterialView } from '@libretto/contracts';
import { type Actor, progressAfter } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { OpenMaterial } from '../material/open-material';
import { MaterialProgress } from './material-progress.entity';

@Injectable()
export class FollowMaterial {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly opening: OpenMaterial,
  ) {}

  /**
   * Records that a participant has opened or finished a material. The lock of their enrolment lets two windows of theirs in one
   * after the other. Refusals: modules.material-not-open.
   */
  async run(
    actor: Actor,
    { params, body }: InputOf<typeof followMaterial>,
  ): Promise<NonNullable<MaterialView['progress']>> {
    const { id: materialId, kind } = await this.opening.for(actor, params);
    const { id: enrolmentId } = orNotFound(await this.enrolments.of(params.editionId, actor.accountId));
    return this.transaction.run(async (tx) => {
      await this.enrolments.lock(tx, [enrolmentId]);
      const now = await tx.manager.findOneBy(MaterialProgress, { enrolmentId, materialId });
      const progress = progressAfter(kind, now, body.step, this.clock.now());
      const { openedAt, finishedAt, finishedBy } = progress;
      const row = { id: now?.id ?? newId(), enrolmentId, materialId, openedAt, finishedAt, finishedBy };
      if (progress !== now) await tx.put(MaterialProgress, ['enrolmentId', 'materialId'], row);
      return { openedAt: openedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, finishedBy };
    });
  }
}
