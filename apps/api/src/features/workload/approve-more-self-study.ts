import type { approveMoreSelfStudy, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orNotFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { SelfStudyApproval } from './self-study-approval.entity';

@Injectable()
export class ApproveMoreSelfStudy {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Lets one participant declare more for a module than it plans. */
  async run(actor: Actor, { params, body }: InputOf<typeof approveMoreSelfStudy>): Promise<{ id: string }> {
    const { editionId, enrolmentId } = params;
    const { moduleNumber, minutes, reason } = body;
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    if (enrolment?.editionId !== editionId) throw notFound();
    const id = newId();
    await this.transaction.run(async (tx) => {
      const { definition } = await this.editions.hold(tx, editionId);
      orNotFound(definition.modules.find(({ number }) => number === moduleNumber));
      const at = this.clock.now();
      await tx.insert(SelfStudyApproval, {
        id,
        enrolmentId,
        moduleNumber,
        minutes,
        reason,
        byAccountId: actor.accountId,
        at,
      });
    });
    return { id };
  }
}
