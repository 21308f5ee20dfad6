import { readExtractFile, readExtracts } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadApplications } from '../dossier/admissions.policy';
import { OwnExtracts } from './own-extracts';

@Controller()
export class ExtractsController {
  constructor(
    private readonly own: OwnExtracts,
    private readonly files: FileStore,
  ) {}

  @Handles(readExtracts, mayReadApplications)
  all({ actor, params }: RequestOf<typeof readExtracts>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(readExtractFile, mayReadApplications)
  async file({ actor, params }: RequestOf<typeof readExtractFile>, reply: FastifyReply) {
    const file = await this.files.byId(await this.own.fileFor(actor, params.editionId, params.extractId));
    await this.files.send(reply, file);
  }
}
