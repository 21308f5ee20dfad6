import { askForDossier, askForDossiers, type InputOf, readOwnCopy } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayApply, mayReadApplications } from '../dossier/admissions.policy';
import { AskForDossiers } from './ask-for-dossiers';
import { OwnCopy } from './own-copy';

@Controller()
export class ArchiveController {
  constructor(
    private readonly asking: AskForDossiers,
    private readonly copy: OwnCopy,
    private readonly files: FileStore,
  ) {}

  @Handles(askForDossier, mayReadApplications)
  askForDossier(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForDossier>) {
    return this.asking.one(actor, params.editionId, params.applicationId, body.language);
  }

  @Handles(askForDossiers, mayReadApplications)
  askForDossiers(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForDossiers>) {
    return this.asking.several(actor, params.editionId, body);
  }

  @Handles(readOwnCopy, mayApply)
  async ownCopy(
    @By() actor: Actor,
    @Input() { params, query }: InputOf<typeof readOwnCopy>,
    @Res() reply: FastifyReply,
  ) {
    await this.files.sendPdf(reply, await this.copy.of(actor, params.editionId, query.language));
  }
}
