import {
  readAward,
  readAwardCertificate,
  readAwards,
  retryIssue,
  revokeCredential,
  supersedeCredential,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { AwardFile } from './award-file';
import { AwardsRegister } from './awards-register';
import { mayKeepAwards } from '../credentials.policy';
import { RetryIssue } from './retry-issue';
import { RevokeCredential } from './revoke-credential';
import { SupersedeCredential } from './supersede-credential';

/** The routes of the registrar. */
@Controller()
export class AwardsController {
  constructor(
    private readonly register: AwardsRegister,
    private readonly file: AwardFile,
    private readonly retrying: RetryIssue,
    private readonly revoking: RevokeCredential,
    private readonly superseding: SupersedeCredential,
    private readonly files: FileStore,
  ) {}

  @Handles(readAwards, mayKeepAwards)
  page({ query }: RequestOf<typeof readAwards>) {
    return this.register.page(query);
  }

  @Handles(readAward, mayKeepAwards)
  award({ params }: RequestOf<typeof readAward>) {
    return this.file.of(params.enrolmentId);
  }

  @Handles(readAwardCertificate, mayKeepAwards)
  async certificate({ params, query }: RequestOf<typeof readAwardCertificate>, reply: FastifyReply) {
    const file = await this.files.byId(await this.file.documentOf(params.enrolmentId, Number(params.number)));
    await this.files.send(reply, file, {
      inPlace: query.inPlace === 'true',
    });
  }

  @Handles(retryIssue, mayKeepAwards)
  retry({ actor, params }: RequestOf<typeof retryIssue>) {
    return this.retrying.run(actor, params.enrolmentId);
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
