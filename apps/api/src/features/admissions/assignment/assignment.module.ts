import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { DossierModule } from '../dossier/dossier.module';
import { AssignDossiers } from './assign-dossiers';
import { AssignmentDesk } from './assignment-desk';
import { AssignmentRun } from './assignment-run.entity';
import { AssignmentController } from './assignment.controller';
import { Assignment } from './assignment.entity';
import { MailAssigned } from './jobs/mail-assigned.handler';
import { ReadingLimit } from './reading-limit.entity';
import { SetReadingLimits } from './set-reading-limits';

@Module({
  imports: [TypeOrmModule.forFeature([Assignment, AssignmentRun, ReadingLimit]), EditionsModule, DossierModule],
  controllers: [AssignmentController],
  providers: [AssignDossiers, AssignmentDesk, MailAssigned, SetReadingLimits],
})
export class AssignmentModule {}
