import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials';
import { ProjectWorkModule } from '../project-work';
import { ReceiptOfVersion } from './receipt-of-version';
import { ReceiptsController } from './receipts.controller';

@Module({
  imports: [CredentialsModule, ProjectWorkModule],
  controllers: [ReceiptsController],
  providers: [ReceiptOfVersion],
})
export class ReceiptsModule {}
