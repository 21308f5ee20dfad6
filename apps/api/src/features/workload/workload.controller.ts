import { approveMoreSelfStudy, declareSelfStudy, readLedger, reverseEntry } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { ApproveMoreSelfStudy } from './approve-more-self-study';
import { DeclareSelfStudy } from './declare-self-study';
import { LedgerOfEnrolment } from './ledger-of-enrolment';
import { ReverseEntry } from './reverse-entry';
import { mayApproveMoreSelfStudy, mayDeclareSelfStudy, mayReadLedger, mayReverseEntry } from './workload.policy';

@Controller()
export class WorkloadController {
  constructor(
    private readonly ledger: LedgerOfEnrolment,
    private readonly declaring: DeclareSelfStudy,
    private readonly reversing: ReverseEntry,
    private readonly approving: ApproveMoreSelfStudy,
  ) {}

  @Handles(readLedger, mayReadLedger)
  read(request: RequestOf<typeof readLedger>) {
    return this.ledger.read(request.actor, request);
  }

  @Handles(declareSelfStudy, mayDeclareSelfStudy)
  declare(request: RequestOf<typeof declareSelfStudy>) {
    return this.declaring.run(request.actor, request);
  }

  @Handles(reverseEntry, mayReverseEntry)
  reverse({ actor, params, body }: RequestOf<typeof reverseEntry>) {
    return this.reversing.run(actor, params.editionId, params.entryId, body.reason);
  }

  @Handles(approveMoreSelfStudy, mayApproveMoreSelfStudy)
  approve(request: RequestOf<typeof approveMoreSelfStudy>) {
    return this.approving.run(request.actor, request);
  }
}
