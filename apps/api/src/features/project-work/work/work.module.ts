import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { GroupRoll } from './group-roll';
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
  providers: [GroupRoll, Participation, Recipients, WorkQueries],
  exports: [GroupRoll, Participation, Recipients, WorkQueries],
})
export class WorkModule {}
