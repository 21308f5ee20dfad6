import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { WorkModule } from '../work/work.module';
import { ReadWords } from './jobs/read-words.handler';
import { KeepWords } from './keep-words';
import { SimilarPlaces } from './similar-places';
import { SimilarityController } from './similarity.controller';
import { WorkReading, WorkShingle, WorkText } from './work-text.entity';

@Module({
  imports: [TypeOrmModule.forFeature([WorkReading, WorkShingle, WorkText]), EditionsModule, WorkModule],
  controllers: [SimilarityController],
  providers: [KeepWords, ReadWords, SimilarPlaces],
})
export class SimilarityModule {}
