import { previewCertificate, type ProgrammeDefinition, readSampleCertificate } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { orNotFound, Refused } from '../../../platform/refusals/refused';
import { ProgrammeChecker, ProgrammePictures, ProgrammeQueries } from '../../programmes';
import { mayPreviewDocuments } from '../credentials.policy';
import { previewOfDocuments } from './document-preview';

@Controller()
export class DocumentsController {
  constructor(
    private readonly checker: ProgrammeChecker,
    private readonly programmes: ProgrammeQueries,
    private readonly renderer: PdfRenderer,
    private readonly languages: Languages,
    private readonly config: Config,
    private readonly pictures: ProgrammePictures,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Handles(previewCertificate, mayPreviewDocuments)
  async preview({ body }: RequestOf<typeof previewCertificate>, reply: FastifyReply) {
    const checked = await this.checker.check(body.text);
    if ('faults' in checked) throw new Refused(refuse('programmes.faulty-file', { faults: checked.faults.length }));
    const { definition } = checked;
    await this.files.sendPdf(reply, { name: nameOf(definition), bytes: await this.draw(definition) });
  }

  @Handles(readSampleCertificate, mayPreviewDocuments)
  async sample({ params }: RequestOf<typeof readSampleCertificate>, reply: FastifyReply) {
    const { definition } = orNotFound(await this.programmes.latestBySlug(params.slug));
    const file = { name: nameOf(definition), type: 'application/pdf', bytes: await this.draw(definition) };
    await this.files.sendCopy(reply, file, { inPlace: true });
  }

  private async draw(definition: ProgrammeDefinition): Promise<Buffer> {
    return previewOfDocuments(definition, {
      renderer: this.renderer,
      sayIn: (language) => this.languages.ofDocuments(language),
      address: `${this.config.publicUrl}/verify`,
      now: this.clock.now(),
      pngs: await this.pictures.pngsOf(definition.pictures),
    });
  }
}

const nameOf = ({ slug }: ProgrammeDefinition): string => `${slug}-certificate.pdf`;
