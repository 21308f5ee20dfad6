import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DossierModule } from '../dossier/dossier.module';
import { ExtractDesk } from './extract-desk';
import { Extract } from './extract.entity';
import { ExtractsController } from './extracts.controller';
import { EraseExtract } from './jobs/erase-extract.handler';
import { OwnExtracts } from './own-extracts';

@Module({
  imports: [TypeOrmModule.forFeature([Extract]), DossierModule],
  controllers: [ExtractsController],
  providers: [EraseExtract, ExtractDesk, OwnExtracts],
  exports: [ExtractDesk],
})
export class ExtractsModule {}
