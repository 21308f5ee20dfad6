import { sealedPdf } from '@libretto/credentials/node';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { addresses } from '../award/addresses';
import type { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import type { Credential } from '../award/credential.entity';
import { ProgrammePictures } from '../../programmes';
import { Seals } from '../signing/seals';
import { certificateSheet, designOf } from './certificate-sheet';
import { certificateTemplate } from './certificate-template';
import { picturesOfDocument } from './pictures-of-document';

/** Prints the certificate with its supplements: always the same bytes for the same credential, and behind them the seal. */
@Injectable()
export class CertificatePrinter {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
    private readonly pictures: ProgrammePictures,
    private readonly seals: Seals,
    private readonly clock: Clock,
  ) {}

  async print(award: Award, credential: Credential): Promise<Buffer> {
    const sheet = await certificateSheet(
      {
        snapshot: corrected(award.snapshot, credential.correction),
        address: addresses(this.config).credential(award.publicId),
        credential: JSON.stringify(credential.signed, null, 2),
        isCorrection: credential.correction !== null,
      },
      (language) => this.languages.ofDocuments(language),
    );
    const pictures = picturesOfDocument(await this.pictures.pngsOf(award.snapshot.pictures));
    const pdf = await this.renderer.print(certificateTemplate(designOf(award.snapshot)), sheet, undefined, pictures);
    const seal = this.seals.seal();
    const { operator: name, publicUrl: location } = this.config;
    const reason = this.languages.in('en')('credentials.seal-reason');
    return seal ? sealedPdf(pdf, seal, this.clock.now(), { name, reason, location }) : pdf;
  }
}
