import { askForDossier, askForDossiers, readOwnCopy } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
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
  askForDossier({ actor, params, body }: RequestOf<typeof askForDossier>) {
    return this.asking.one(actor, params.editionId, params.applicationId, body.language);
  }

  @Handles(askForDossiers, mayReadApplications)
  askForDossiers({ actor, params, body }: RequestOf<typeof askForDossiers>) {
    return this.asking.several(actor, params.editionId, body);
  }

  @Handles(readOwnCopy, mayApply)
  async ownCopy({ actor, params, query }: RequestOf<typeof readOwnCopy>, reply: FastifyReply) {
    await this.files.sendPdf(reply, await this.copy.of(actor, params.editionId, query.language));
  }
}
