import { Module } from '@nestjs/common';
import { GroupsModule } from './groups/groups.module';
import { HandingInModule } from './handing-in/handing-in.module';
import { MarkingModule } from './marking/marking.module';
import { ProjectWorkController } from './project-work.controller';
import { ReleaseModule } from './release/release.module';
import { ResultsModule } from './results/results.module';
import { WorkModule } from './work/work.module';

@Module({
  imports: [WorkModule, GroupsModule, HandingInModule, MarkingModule, ReleaseModule, ResultsModule],
  controllers: [ProjectWorkController],
  exports: [ResultsModule],
})
export class ProjectWorkModule {}
