import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProjectWorkModule } from '../../project-work';
import { Books } from './books';
import { PrintedWorks } from './printed-works';
import { Publication, PublicationBook, PublicationConsent, PublicationWork } from './publication.entity';
import { PublicationRoll } from './publication-roll';

@Module({
  imports: [
    TypeOrmModule.forFeature([Publication, PublicationBook, PublicationConsent, PublicationWork]),
    ProjectWorkModule,
  ],
  providers: [Books, PrintedWorks, PublicationRoll],
  exports: [Books, PrintedWorks, PublicationRoll],
})
export class BookModule {}
