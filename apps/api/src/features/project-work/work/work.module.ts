import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { GroupDirectory } from './group-directory';
import { GroupRoll } from './group-roll';
import { OverdueWorks } from './overdue-works';
import { Participation } from './participation';
import { ProjectDeadline } from './project-deadline.entity';
import { GroupMember, ProjectGroup } from './project-group.entity';
import { Recipients } from './recipients';
import { WorkQueries } from './work-queries';
import { Marking, Submission, SubmittedFile, Work } from './work.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([GroupMember, Marking, ProjectDeadline, ProjectGroup, Submission, SubmittedFile, Work]),
    EditionsModule,
    PlacesModule,
  ],
  providers: [GroupDirectory, GroupRoll, OverdueWorks, Participation, Recipients, WorkQueries],
  exports: [GroupDirectory, GroupRoll, OverdueWorks, Participation, Recipients, WorkQueries],
})
export class WorkModule {}
