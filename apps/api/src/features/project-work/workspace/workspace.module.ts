import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { HandingInModule } from '../handing-in/handing-in.module';
import { WorkModule } from '../work/work.module';
import { ShareFiles } from './files/share-files';
import { WorkspaceFile } from './files/workspace-file.entity';
import { TextHistory } from './history/text-history';
import { FoldText } from './jobs/fold-text.handler';
import { KeepTasks } from './tasks/keep-tasks';
import { WorkspaceTask } from './tasks/workspace-task.entity';
import { BeginText } from './text/begin-text';
import { Texts } from './text/texts';
import { WorkspaceChange, WorkspaceFolding, WorkspaceText, WorkspaceWriter } from './text/workspace-text.entity';
import { WriteText } from './text/write-text';
import { Rooms } from './together/rooms';
import { HandInText } from './work-of-text/hand-in-text';
import { LockToWrite } from './lock-to-write';
import { WorkspaceDoor } from './workspace-door';
import { WorkspaceOfGroup } from './workspace-of-group';
import { WorkspacePersonalData } from './workspace-personal-data';
import { WorkspaceController } from './workspace.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      WorkspaceChange,
      WorkspaceFolding,
      WorkspaceText,
      WorkspaceWriter,
      WorkspaceFile,
      WorkspaceTask,
    ]),
    EditionsModule,
    HandingInModule,
    WorkModule,
  ],
  controllers: [WorkspaceController],
  providers: [
    BeginText,
    FoldText,
    HandInText,
    KeepTasks,
    LockToWrite,
    Rooms,
    ShareFiles,
    TextHistory,
    Texts,
    WorkspaceDoor,
    WorkspaceOfGroup,
    WorkspacePersonalData,
    WriteText,
  ],
  exports: [WorkspacePersonalData],
})
export class WorkspaceModule {}
