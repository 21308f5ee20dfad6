import type { followMaterial, InputOf, MaterialView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { OpenMaterial } from '../material/open-material';
import { RecordProgress } from './record-progress';

@Injectable()
export class FollowMaterial {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
    private readonly opening: OpenMaterial,
    private readonly progress: RecordProgress,
  ) {}

  /**
   * Records that a participant has opened or finished a material. The lock of their enrolment lets two windows of theirs in one
   * after the other. Refusals: modules.material-not-open, modules.material-opens-after.
   */
  async run(
    actor: Actor,
    { params, body }: InputOf<typeof followMaterial>,
  ): Promise<NonNullable<MaterialView['progress']>> {
    const material = await this.opening.for(actor, params);
    const { id: enrolmentId } = orNotFound(await this.enrolments.of(params.editionId, actor.accountId));
    return this.transaction.run(async (tx) => {
      await this.enrolments.lock(tx, [enrolmentId]);
      const { openedAt, finishedAt, finishedBy } = await this.progress.step(tx, enrolmentId, material, body.step);
      return { openedAt: openedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, finishedBy };
    });
  }
}
