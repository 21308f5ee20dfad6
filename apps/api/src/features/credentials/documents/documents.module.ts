import { Module } from '@nestjs/common';
import { AwardModule } from '../award/award.module';
import { CertificatePrinter } from './certificate-printer';
import { RenderDocuments } from './jobs/render-documents.handler';

@Module({
  imports: [AwardModule],
  providers: [CertificatePrinter, RenderDocuments],
})
export class DocumentsModule {}
