import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ApproveMoreSelfStudy } from './approve-more-self-study';
import { DeclareSelfStudy } from './declare-self-study';
import { HoursByModule } from './hours-by-module';
import { Ledger } from './ledger';
import { LedgerOfEnrolment } from './ledger-of-enrolment';
import { ReverseEntry } from './reverse-entry';
import { SelfStudyApproval } from './self-study-approval.entity';
import { WorkloadController } from './workload.controller';
import { WorkloadEntry } from './workload-entry.entity';
import { WorkloadPersonalData } from './workload-personal-data';

@Module({
  imports: [TypeOrmModule.forFeature([WorkloadEntry, SelfStudyApproval]), EditionsModule, PlacesModule],
  controllers: [WorkloadController],
  providers: [
    WorkloadPersonalData,
    Ledger,
    HoursByModule,
    LedgerOfEnrolment,
    DeclareSelfStudy,
    ReverseEntry,
    ApproveMoreSelfStudy,
  ],
  exports: [WorkloadPersonalData, Ledger, HoursByModule],
})
export class WorkloadModule {}
