import { Module } from '@nestjs/common';
import { ProjectWorkPersonalData } from './project-work-personal-data';
import { ResultBook } from './result-book';
import { WorkTally } from './work-tally';

@Module({
  providers: [ProjectWorkPersonalData, ResultBook, WorkTally],
  exports: [ProjectWorkPersonalData, ResultBook, WorkTally],
})
export class ResultsModule {}
