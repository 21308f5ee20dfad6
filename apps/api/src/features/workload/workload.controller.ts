import { approveMoreSelfStudy, declareSelfStudy, readLedger, readLedgerFile, reverseEntry } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { sendSheet } from '../../platform/sheets/send-sheet';
import { ApproveMoreSelfStudy } from './approve-more-self-study';
import { DeclareSelfStudy } from './declare-self-study';
import { LedgerFile } from './ledger-file';
import { LedgerOfEnrolment } from './ledger-of-enrolment';
import { ReverseEntry } from './reverse-entry';
import { mayApproveMoreSelfStudy, mayDeclareSelfStudy, mayReadLedger, mayReverseEntry } from './workload.policy';

@Controller()
export class WorkloadController {
  constructor(
    private readonly ledger: LedgerOfEnrolment,
    private readonly files: LedgerFile,
    private readonly declaring: DeclareSelfStudy,
    private readonly reversing: ReverseEntry,
    private readonly approving: ApproveMoreSelfStudy,
  ) {}

  @Handles(readLedger, mayReadLedger)
  read(request: RequestOf<typeof readLedger>) {
    return this.ledger.read(request.actor, request);
  }

  @Handles(readLedgerFile, mayReadLedger)
  async readFile(request: RequestOf<typeof readLedgerFile>, reply: FastifyReply) {
    const { name, content } = await this.files.of(request.actor, request);
    sendSheet(reply, name, request.query.format, content);
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
