import { Module } from '@nestjs/common';
import { ProjectWorkPersonalData } from './project-work-personal-data';
import { ResultQueries } from './result-queries';
import { WorkTally } from './work-tally';

@Module({
  providers: [ProjectWorkPersonalData, ResultQueries, WorkTally],
  exports: [ProjectWorkPersonalData, ResultQueries, WorkTally],
})
export class ResultsModule {}
