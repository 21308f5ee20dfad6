import { Module } from '@nestjs/common';
import { AnnotationsModule } from './annotations/annotations.module';
import { AppealModule } from './appeal/appeal.module';
import { GroupsModule } from './groups/groups.module';
import { HandingInModule } from './handing-in/handing-in.module';
import { MarkingModule } from './marking/marking.module';
import { ProjectWorkController } from './project-work.controller';
import { PeersModule } from './peers/peers.module';
import { ReleaseModule } from './release/release.module';
import { ResultsModule } from './results/results.module';
import { SimilarityModule } from './similarity/similarity.module';
import { WorkModule } from './work/work.module';
import { WorkspaceModule } from './workspace/workspace.module';

@Module({
  imports: [
    AnnotationsModule,
    AppealModule,
    WorkModule,
    GroupsModule,
    HandingInModule,
    MarkingModule,
    PeersModule,
    ReleaseModule,
    ResultsModule,
    SimilarityModule,
    WorkspaceModule,
  ],
  controllers: [ProjectWorkController],
  exports: [HandingInModule, PeersModule, WorkModule, WorkspaceModule, ResultsModule],
})
export class ProjectWorkModule {}
