import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { MarkingModule } from '../marking/marking.module';
import { WorkModule } from '../work/work.module';
import { AcceptedWorks } from './accepted-works';
import { IndividualResult } from './individual-result.entity';
import { OwnResults } from './own-results';
import { ProjectWorkPersonalData } from './project-work-personal-data';
import { ReleasedGrades } from './released-grades';
import { ResultQueries } from './result-queries';
import { SetIndividualResult } from './set-individual-result';
import { WorkTally } from './work-tally';
import { ResultsController } from './results.controller';

@Module({
  imports: [TypeOrmModule.forFeature([IndividualResult]), EditionsModule, MarkingModule, WorkModule],
  controllers: [ResultsController],
  providers: [
    AcceptedWorks,
    OwnResults,
    ProjectWorkPersonalData,
    ReleasedGrades,
    ResultQueries,
    SetIndividualResult,
    WorkTally,
  ],
  exports: [
    AcceptedWorks,
    OwnResults,
    ProjectWorkPersonalData,
    ReleasedGrades,
    ResultQueries,
    SetIndividualResult,
    WorkTally,
  ],
})
export class ResultsModule {}
