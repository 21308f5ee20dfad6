import { askForPersonalData, type InputOf, readPersonalData, readPersonalDataFile } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { By, Handles, Input } from '../../platform/http/handles';
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
  all(@By() actor: Actor) {
    return this.copies.of(actor);
  }

  @Handles(askForPersonalData, mayReadOwnData)
  ask(@By() actor: Actor, @Input() { body }: InputOf<typeof askForPersonalData>) {
    return this.asking.run(actor, body.language);
  }

  @Handles(readPersonalDataFile, mayReadOwnData)
  async file(
    @By() actor: Actor,
    @Input() { params }: InputOf<typeof readPersonalDataFile>,
    @Res() reply: FastifyReply,
  ) {
    await this.files.send(reply, await this.copies.fileFor(actor, params.copyId));
  }
}
