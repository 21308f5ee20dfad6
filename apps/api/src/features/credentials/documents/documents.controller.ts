import { previewCertificate, readSampleCertificate } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayPreviewDocuments } from '../credentials.policy';
import { SampleCertificate } from './sample-certificate';

@Controller()
export class DocumentsController {
  constructor(
    private readonly files: FileStore,
    private readonly samples: SampleCertificate,
  ) {}

  @Handles(previewCertificate, mayPreviewDocuments)
  async preview({ body }: RequestOf<typeof previewCertificate>, reply: FastifyReply) {
    await this.files.sendPdf(reply, await this.samples.ofFile(body.text));
  }

  @Handles(readSampleCertificate, mayPreviewDocuments)
  async sample({ params }: RequestOf<typeof readSampleCertificate>, reply: FastifyReply) {
    await this.files.sendCopy(reply, await this.samples.ofPublished(params.slug), { inPlace: true });
  }
}
