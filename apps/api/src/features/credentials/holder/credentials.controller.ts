import { confirmLearner, type InputOf, readMyCertificate, readMyCredential } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { By, Handles, Input } from '../../../platform/http/handles';
import { ConfirmLearner } from './confirm-learner';
import { mayHoldCredential } from '../credentials.policy';
import { MyCredential } from './my-credential';

/** The holder's side. */
@Controller()
export class CredentialsController {
  constructor(
    private readonly mine: MyCredential,
    private readonly confirming: ConfirmLearner,
    private readonly files: FileStore,
  ) {}

  @Handles(readMyCredential, mayHoldCredential)
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readMyCredential>) {
    return this.mine.of(actor, params.editionId);
  }

  @Handles(confirmLearner, mayHoldCredential)
  confirm(@By() actor: Actor, @Input() { params, body }: InputOf<typeof confirmLearner>) {
    return this.confirming.run(actor, params.editionId, body);
  }

  @Handles(readMyCertificate, mayHoldCredential)
  async certificate(
    @By() actor: Actor,
    @Input() { params }: InputOf<typeof readMyCertificate>,
    @Res() reply: FastifyReply,
  ) {
    await this.files.send(reply, await this.mine.documentOf(actor, params.editionId));
  }
}
