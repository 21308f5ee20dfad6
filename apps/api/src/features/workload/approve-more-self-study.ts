import type { approveMoreSelfStudy, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { idOf } from '../../platform/database/new-id';
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

  /** Lets participants declare more for modules than these plan: all of them, or none. */
  async run(actor: Actor, { params, body }: InputOf<typeof approveMoreSelfStudy>): Promise<void> {
    const { editionId } = params;
    const { approvalId, enrolmentIds, moduleNumbers, minutes, reason } = body;
    await this.transaction.run(async (tx) => {
      // The same approval, sent twice at once, waits here.
      const enrolments = await this.enrolments.lock(tx, [...new Set(enrolmentIds)]);
      if (enrolments.length < new Set(enrolmentIds).size) throw notFound();
      if (enrolments.some((enrolment) => enrolment.editionId !== editionId)) throw notFound();
      const { definition } = orNotFound(await this.editions.byId(editionId));
      for (const wanted of moduleNumbers) orNotFound(definition.modules.find(({ number }) => number === wanted));
      const at = this.clock.now();
      const approvals = enrolments.flatMap(({ id: enrolmentId }) =>
        [...new Set(moduleNumbers)].map((moduleNumber) => ({
          id: idOf(`${approvalId} ${enrolmentId} ${moduleNumber}`),
          enrolmentId,
          moduleNumber,
          minutes,
          reason,
          byAccountId: actor.accountId,
          at,
        })),
      );
      const isThere = await tx.manager.existsBy(SelfStudyApproval, { id: In(approvals.map(({ id }) => id)) });
      if (!isThere) await tx.insert(SelfStudyApproval, approvals);
    });
  }
}
