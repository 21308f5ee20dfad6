import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { BookModule } from '../book/book.module';
import { PrintedController } from './printed.controller';
import { PrintPublication } from './print-publication';
import { PublicPublications } from './public-publications';
import { PublicationPersonalData } from './publication-personal-data';
import { TellPrinted } from './tell-printed.handler';

@Module({
  controllers: [PrintedController],
  imports: [BookModule, EditionsModule],
  providers: [PrintPublication, PublicPublications, PublicationPersonalData, TellPrinted],
  exports: [PrintPublication, PublicPublications, PublicationPersonalData],
})
export class PrintedModule {}
