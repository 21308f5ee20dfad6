import { Module } from '@nestjs/common';
import { ConsentsModule } from './consents/consents.module';
import { GatheringModule } from './gathering/gathering.module';
import { PrintedModule } from './printed/printed.module';
import { PublicationController } from './publication.controller';
import { TypesettingModule } from './typesetting/typesetting.module';

@Module({
  imports: [GatheringModule, ConsentsModule, TypesettingModule, PrintedModule],
  controllers: [PublicationController],
  exports: [PrintedModule],
})
export class PublicationModule {}
