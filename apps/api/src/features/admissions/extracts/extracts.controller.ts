import { type InputOf, readExtractFile, readExtracts } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayReadApplications } from '../dossier/admissions.policy';
import { OwnExtracts } from './own-extracts';

@Controller()
export class ExtractsController {
  constructor(
    private readonly own: OwnExtracts,
    private readonly files: FileStore,
  ) {}

  @Handles(readExtracts, mayReadApplications)
  all(@By() actor: Actor, @Input() { params }: InputOf<typeof readExtracts>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(readExtractFile, mayReadApplications)
  async file(@By() actor: Actor, @Input() { params }: InputOf<typeof readExtractFile>, @Res() reply: FastifyReply) {
    await this.files.send(reply, await this.own.fileFor(actor, params.editionId, params.extractId));
  }
}
