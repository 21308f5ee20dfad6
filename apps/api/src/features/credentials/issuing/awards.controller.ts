import {
  approveAward,
  followAwards,
  pauseIssuing,
  readAward,
  readAwardChanges,
  readAwardCertificate,
  readAwards,
  reinstateCredential,
  resumeIssuing,
  retryIssue,
  revokeCredential,
  supersedeCredential,
  suspendCredential,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { LiveStreams } from '../../../platform/live/live-streams';
import { awardsTopic } from '../award/live-awards';
import { ApproveAward } from './approve-award';
import { AwardChanges } from './award-changes';
import { AwardFile } from './award-file';
import { AwardsRegister } from './awards-register';
import { mayKeepAwards } from '../credentials.policy';
import { RetryIssue } from './retry-issue';
import { PauseIssuing } from './pause-issuing';
import { ReinstateCredential } from './reinstate-credential';
import { RevokeCredential } from './revoke-credential';
import { SupersedeCredential } from './supersede-credential';
import { SuspendCredential } from './suspend-credential';

/** The routes of the registrar. */
@Controller()
export class AwardsController {
  constructor(
    private readonly register: AwardsRegister,
    private readonly approving: ApproveAward,
    private readonly changes: AwardChanges,
    private readonly file: AwardFile,
    private readonly retrying: RetryIssue,
    private readonly pausing: PauseIssuing,
    private readonly streams: LiveStreams,
    private readonly suspending: SuspendCredential,
    private readonly reinstating: ReinstateCredential,
    private readonly revoking: RevokeCredential,
    private readonly superseding: SupersedeCredential,
    private readonly files: FileStore,
  ) {}

  @Handles(readAwards, mayKeepAwards)
  page({ query }: RequestOf<typeof readAwards>) {
    return this.register.page(query);
  }

  @Handles(readAwardChanges, mayKeepAwards)
  preview({ actor, query }: RequestOf<typeof readAwardChanges>) {
    return this.changes.of(actor, query);
  }

  @Handles(followAwards, mayKeepAwards)
  follow({ actor }: RequestOf<typeof followAwards>, reply: FastifyReply) {
    return this.streams.send(reply, actor.accountId, awardsTopic);
  }

  @Handles(pauseIssuing, mayKeepAwards)
  pause({ actor, params }: RequestOf<typeof pauseIssuing>) {
    return this.pausing.pause(actor, params.editionId);
  }

  @Handles(resumeIssuing, mayKeepAwards)
  resume({ actor, params }: RequestOf<typeof resumeIssuing>) {
    return this.pausing.resume(actor, params.editionId);
  }

  @Handles(readAward, mayKeepAwards)
  award({ actor, params }: RequestOf<typeof readAward>) {
    return this.file.of(actor, params.enrolmentId);
  }

  @Handles(readAwardCertificate, mayKeepAwards)
  async certificate({ params, query }: RequestOf<typeof readAwardCertificate>, reply: FastifyReply) {
    const file = await this.files.byId(await this.file.documentOf(params.enrolmentId, Number(params.number)));
    await this.files.send(reply, file, {
      inPlace: query.inPlace === 'true',
    });
  }

  @Handles(approveAward, mayKeepAwards)
  approve({ actor, params }: RequestOf<typeof approveAward>) {
    return this.approving.run(actor, params.enrolmentId);
  }

  @Handles(retryIssue, mayKeepAwards)
  retry({ actor, params }: RequestOf<typeof retryIssue>) {
    return this.retrying.run(actor, params.enrolmentId);
  }

  @Handles(suspendCredential, mayKeepAwards)
  suspend({ actor, params, body }: RequestOf<typeof suspendCredential>) {
    return this.suspending.run(actor, params.credentialId, body.reason);
  }

  @Handles(reinstateCredential, mayKeepAwards)
  reinstate({ actor, params, body }: RequestOf<typeof reinstateCredential>) {
    return this.reinstating.run(actor, params.credentialId, body.reason);
  }

  @Handles(revokeCredential, mayKeepAwards)
  revoke({ actor, params, body }: RequestOf<typeof revokeCredential>) {
    return this.revoking.run(actor, params.credentialId, body.reason);
  }

  @Handles(supersedeCredential, mayKeepAwards)
  supersede({ actor, params, body }: RequestOf<typeof supersedeCredential>) {
    return this.superseding.run(actor, params.credentialId, body);
  }
}
