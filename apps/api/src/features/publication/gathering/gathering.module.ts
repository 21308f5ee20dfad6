import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { ProjectWorkModule } from '../../project-work';
import { BookModule } from '../book/book.module';
import { TypesettingModule } from '../typesetting/typesetting.module';
import { GatherAgain } from './gather-again';
import { PublicationOfEdition } from './publication-of-edition';
import { SavePublication } from './save-publication';

@Module({
  imports: [BookModule, EditionsModule, ProjectWorkModule, TypesettingModule],
  providers: [GatherAgain, PublicationOfEdition, SavePublication],
  exports: [GatherAgain, PublicationOfEdition, SavePublication],
})
export class GatheringModule {}
