import type { ProgrammeDefinition } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { orNotFound, Refused } from '../../../platform/refusals/refused';
import { ProgrammeChecker, ProgrammePictures, ProgrammeQueries } from '../../programmes';
import { previewOfDocuments } from './document-preview';

interface SampleFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Certificate and supplements of a programme as a learner would get them. */
@Injectable()
export class SampleCertificate {
  constructor(
    private readonly checker: ProgrammeChecker,
    private readonly programmes: ProgrammeQueries,
    private readonly pictures: ProgrammePictures,
    private readonly renderer: PdfRenderer,
    private readonly languages: Languages,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Of a programme file. Refusals: programmes.faulty-file, programmes.unknown-picture. */
  async ofFile(text: string): Promise<SampleFile> {
    const checked = await this.checker.check(text);
    if ('faults' in checked) throw new Refused(refuse('programmes.faulty-file', { faults: checked.faults.length }));
    return this.of(checked.definition);
  }

  /** Of the newest version of a programme. */
  async ofPublished(slug: string): Promise<SampleFile> {
    return this.of(orNotFound(await this.programmes.latestBySlug(slug)).definition);
  }

  private async of(definition: ProgrammeDefinition): Promise<SampleFile> {
    const bytes = await previewOfDocuments(definition, {
      renderer: this.renderer,
      sayIn: (language) => this.languages.ofDocuments(language),
      address: `${this.config.publicUrl}/verify`,
      now: this.clock.now(),
      pngs: await this.pictures.pngsOf(definition.pictures),
    });
    return { name: `${definition.slug}-certificate.pdf`, type: 'application/pdf', bytes };
  }
}
