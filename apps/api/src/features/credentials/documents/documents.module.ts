import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../../programmes';
import { AwardModule } from '../award/award.module';
import { SigningModule } from '../signing/signing.module';
import { CertificatePrinter } from './certificate-printer';
import { DocumentsController } from './documents.controller';
import { RenderDocuments } from './jobs/render-documents.handler';
import { SampleCertificate } from './sample-certificate';

@Module({
  imports: [AwardModule, ProgrammesModule, SigningModule],
  controllers: [DocumentsController],
  providers: [CertificatePrinter, RenderDocuments, SampleCertificate],
})
export class DocumentsModule {}
