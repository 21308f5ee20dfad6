import { approveMoreSelfStudy, declareSelfStudy, type InputOf, readLedger, reverseEntry } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
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
  read(@By() actor: Actor, @Input() input: InputOf<typeof readLedger>) {
    return this.ledger.read(actor, input);
  }

  @Handles(declareSelfStudy, mayDeclareSelfStudy)
  declare(@By() actor: Actor, @Input() input: InputOf<typeof declareSelfStudy>) {
    return this.declaring.run(actor, input);
  }

  @Handles(reverseEntry, mayReverseEntry)
  reverse(@By() actor: Actor, @Input() { params, body }: InputOf<typeof reverseEntry>) {
    return this.reversing.run(actor, params.editionId, params.entryId, body.reason);
  }

  @Handles(approveMoreSelfStudy, mayApproveMoreSelfStudy)
  approve(@By() actor: Actor, @Input() input: InputOf<typeof approveMoreSelfStudy>) {
    return this.approving.run(actor, input);
  }
}
