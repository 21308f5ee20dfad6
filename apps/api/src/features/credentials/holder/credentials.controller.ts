import { confirmLearner, readMyCertificate, readMyCredential } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { ConfirmLearner } from './confirm-learner';
import { mayHoldCredential } from '../credentials.policy';
import { MyCredential } from './my-credential';

/** The routes of the holder. */
@Controller()
export class CredentialsController {
  constructor(
    private readonly mine: MyCredential,
    private readonly confirming: ConfirmLearner,
    private readonly files: FileStore,
  ) {}

  @Handles(readMyCredential, mayHoldCredential)
  read({ actor, params }: RequestOf<typeof readMyCredential>) {
    return this.mine.of(actor, params.editionId);
  }

  @Handles(confirmLearner, mayHoldCredential)
  confirm({ actor, params, body }: RequestOf<typeof confirmLearner>) {
    return this.confirming.run(actor, params.editionId, body);
  }

  @Handles(readMyCertificate, mayHoldCredential)
  async certificate({ actor, params }: RequestOf<typeof readMyCertificate>, reply: FastifyReply) {
    const file = await this.files.byId(await this.mine.documentOf(actor, params.editionId));
    await this.files.send(reply, file);
  }
}
