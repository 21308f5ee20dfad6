import { previewCertificate } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { Refused } from '../../../platform/refusals/refused';
import { ProgrammeChecker } from '../../programmes';
import { mayPreviewDocuments } from '../credentials.policy';
import { previewOfDocuments } from './document-preview';

@Controller()
export class DocumentsController {
  constructor(
    private readonly checker: ProgrammeChecker,
    private readonly renderer: PdfRenderer,
    private readonly languages: Languages,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Handles(previewCertificate, mayPreviewDocuments)
  async preview({ body }: RequestOf<typeof previewCertificate>, reply: FastifyReply) {
    const checked = await this.checker.check(body.text);
    if ('faults' in checked) throw new Refused(refuse('programmes.faulty-file', { faults: checked.faults.length }));
    const { definition } = checked;
    const bytes = await previewOfDocuments(definition, {
      renderer: this.renderer,
      sayIn: (language) => this.languages.in(language),
      address: `${this.config.publicUrl}/verify`,
      now: this.clock.now(),
    });
    await this.files.sendPdf(reply, { name: `${definition.slug}-certificate.pdf`, bytes });
  }
}
