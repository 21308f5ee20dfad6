import { askForDossier, askForDossiers, askForList, type InputOf, readExtractFile, readExtracts } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayReadApplications } from '../admissions.policy';
import { AskForDossiers } from '../archive/ask-for-dossiers';
import { AskForList } from '../reports/ask-for-list';
import { OwnExtracts } from './own-extracts';

@Controller()
export class ExtractsController {
  constructor(
    private readonly own: OwnExtracts,
    private readonly files: FileStore,
    private readonly list: AskForList,
    private readonly dossiers: AskForDossiers,
  ) {}

  @Handles(readExtracts, mayReadApplications)
  all(@By() actor: Actor, @Input() { params }: InputOf<typeof readExtracts>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(readExtractFile, mayReadApplications)
  async file(@By() actor: Actor, @Input() { params }: InputOf<typeof readExtractFile>, @Res() reply: FastifyReply) {
    await this.files.send(reply, await this.own.fileFor(actor, params.editionId, params.extractId));
  }

  @Handles(askForList, mayReadApplications)
  forList(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForList>) {
    return this.list.run(actor, params.editionId, body);
  }

  @Handles(askForDossier, mayReadApplications)
  forDossier(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForDossier>) {
    return this.dossiers.one(actor, params.editionId, params.applicationId, body.language);
  }

  @Handles(askForDossiers, mayReadApplications)
  forDossiers(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForDossiers>) {
    return this.dossiers.several(actor, params.editionId, body);
  }
}
