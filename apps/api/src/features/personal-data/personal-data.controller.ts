import { askForPersonalData, readPersonalData, readPersonalDataFile } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AskForCopy } from './ask-for-copy';
import { OwnCopies } from './own-copies';
import { mayReadOwnData } from './personal-data.policy';

@Controller()
export class PersonalDataController {
  constructor(
    private readonly copies: OwnCopies,
    private readonly asking: AskForCopy,
    private readonly files: FileStore,
  ) {}

  @Handles(readPersonalData, mayReadOwnData)
  all({ actor }: RequestOf<typeof readPersonalData>) {
    return this.copies.of(actor);
  }

  @Handles(askForPersonalData, mayReadOwnData)
  ask({ actor, body }: RequestOf<typeof askForPersonalData>) {
    return this.asking.run(actor, body.language);
  }

  @Handles(readPersonalDataFile, mayReadOwnData)
  async file({ actor, params }: RequestOf<typeof readPersonalDataFile>, reply: FastifyReply) {
    const file = await this.files.byId(await this.copies.fileFor(actor, params.copyId));
    await this.files.send(reply, file);
  }
}
