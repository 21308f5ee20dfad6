import { beginUpload, continueUpload, dropUpload, findUpload } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type RequestOf } from '../../../../platform/http/handles';
import { mayTakePart } from '../../project-work.policy';
import { WorkUploads } from './work-uploads';

@Controller()
export class UploadsController {
  constructor(private readonly uploads: WorkUploads) {}

  @Handles(beginUpload, mayTakePart)
  begin({ actor, raw, ...asked }: RequestOf<typeof beginUpload>, reply: FastifyReply) {
    return this.uploads.begin(actor, asked, raw, reply);
  }

  @Handles(findUpload, mayTakePart)
  find({ actor, raw, ...asked }: RequestOf<typeof findUpload>, reply: FastifyReply) {
    return this.uploads.goOn(actor, asked, raw, reply);
  }

  @Handles(continueUpload, mayTakePart)
  goOn({ actor, raw, ...asked }: RequestOf<typeof continueUpload>, reply: FastifyReply) {
    return this.uploads.goOn(actor, asked, raw, reply);
  }

  @Handles(dropUpload, mayTakePart)
  drop({ actor, params }: RequestOf<typeof dropUpload>) {
    return this.uploads.drop(actor, params.uploadId);
  }
}
