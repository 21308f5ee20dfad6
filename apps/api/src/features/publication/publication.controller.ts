import {
  askForConsents,
  gatherAgain,
  giveConsent,
  printPublication,
  readBookProof,
  readOwnConsent,
  readPublication,
  refuseConsent,
  remindOfConsents,
  savePublication,
  setPublication,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AnswerConsent } from './consents/answer-consent';
import { AskForConsents } from './consents/ask-for-consents';
import { OwnConsent } from './consents/own-consent';
import { GatherAgain } from './gathering/gather-again';
import { PublicationOfEdition } from './gathering/publication-of-edition';
import { SavePublication } from './gathering/save-publication';
import { PrintPublication } from './printed/print-publication';
import { mayConsent, mayPublish } from './publication.policy';
import { SetPublication } from './typesetting/set-publication';

@Controller()
export class PublicationController {
  constructor(
    private readonly files: FileStore,
    private readonly publications: PublicationOfEdition,
    private readonly saving: SavePublication,
    private readonly gathering: GatherAgain,
    private readonly asking: AskForConsents,
    private readonly own: OwnConsent,
    private readonly answering: AnswerConsent,
    private readonly setting: SetPublication,
    private readonly printing: PrintPublication,
  ) {}

  @Handles(readPublication, mayPublish)
  read({ params }: RequestOf<typeof readPublication>) {
    return this.publications.of(params.editionId);
  }

  @Handles(savePublication, mayPublish)
  save({ params, body }: RequestOf<typeof savePublication>) {
    return this.saving.run(params.editionId, body);
  }

  @Handles(askForConsents, mayPublish)
  ask({ params }: RequestOf<typeof askForConsents>) {
    return this.asking.run(params.editionId);
  }

  @Handles(gatherAgain, mayPublish)
  gather({ params }: RequestOf<typeof gatherAgain>) {
    return this.gathering.run(params.editionId);
  }

  @Handles(remindOfConsents, mayPublish)
  remind({ params }: RequestOf<typeof remindOfConsents>) {
    return this.asking.remind(params.editionId);
  }

  @Handles(setPublication, mayPublish)
  set({ params }: RequestOf<typeof setPublication>) {
    return this.setting.run(params.editionId);
  }

  @Handles(printPublication, mayPublish)
  print({ actor, params }: RequestOf<typeof printPublication>) {
    return this.printing.run(actor, params.editionId);
  }

  @Handles(readBookProof, mayPublish)
  async proof({ params }: RequestOf<typeof readBookProof>, reply: FastifyReply) {
    const id = await this.publications.bookOf(params.editionId, params.form);
    await this.files.send(reply, await this.files.byId(id), { inPlace: true });
  }

  @Handles(readOwnConsent, mayConsent)
  ownConsent({ actor, params }: RequestOf<typeof readOwnConsent>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(giveConsent, mayConsent)
  give({ actor, params, body }: RequestOf<typeof giveConsent>) {
    return this.answering.give(actor, params, body);
  }

  @Handles(refuseConsent, mayConsent)
  refuse({ actor, params }: RequestOf<typeof refuseConsent>) {
    return this.answering.refuse(actor, params);
  }
}
