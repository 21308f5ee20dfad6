import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissionsModule } from '../admissions';
import { CompletionModule } from '../completion';
import { CredentialsModule } from '../credentials';
import { EditionsModule } from '../editions';
import { ModulesModule } from '../modules';
import { PlacesModule } from '../places';
import { ProgrammesModule } from '../programmes';
import { ProjectWorkModule } from '../project-work';
import { ScheduleModule } from '../schedule';
import { WorkloadModule } from '../workload';
import { EditionMove } from './edition-move.entity';
import { TellOfMove } from './jobs/tell-of-move.handler';
import { KeptByEdition } from './kept-by-edition';
import { MoveEdition } from './move-edition';
import { MovePreview } from './move-preview';
import { MoveRecord } from './move-record';
import { MovesController } from './moves.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([EditionMove]),
    AdmissionsModule,
    CompletionModule,
    CredentialsModule,
    EditionsModule,
    ModulesModule,
    PlacesModule,
    ProgrammesModule,
    ProjectWorkModule,
    ScheduleModule,
    WorkloadModule,
  ],
  controllers: [MovesController],
  providers: [KeptByEdition, MovePreview, MoveRecord, MoveEdition, TellOfMove],
})
export class MovesModule {}
