import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ApproveMoreSelfStudy } from './approve-more-self-study';
import { DeclareSelfStudy } from './declare-self-study';
import { EditionHours } from './edition-hours';
import { HoursByModule } from './hours-by-module';
import { Ledger } from './ledger';
import { LedgerFile } from './ledger-file';
import { LedgerOfEnrolment } from './ledger-of-enrolment';
import { ReverseEntry } from './reverse-entry';
import { SelfStudyApproval } from './self-study-approval.entity';
import { DiscardTimedDay } from './timer/discard-timed-day';
import { OwnTimer } from './timer/own-timer';
import { StartTimer } from './timer/start-timer';
import { StopTimer } from './timer/stop-timer';
import { TimedDay } from './timer/timed-day.entity';
import { TimerController } from './timer/timer.controller';
import { WorkTimer } from './timer/work-timer.entity';
import { WorkloadController } from './workload.controller';
import { WorkloadEntry } from './workload-entry.entity';
import { WorkloadPersonalData } from './workload-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([WorkloadEntry, SelfStudyApproval, WorkTimer, TimedDay]),
    EditionsModule,
    PlacesModule,
  ],
  controllers: [WorkloadController, TimerController],
  providers: [
    WorkloadPersonalData,
    Ledger,
    EditionHours,
    HoursByModule,
    LedgerFile,
    LedgerOfEnrolment,
    DeclareSelfStudy,
    ReverseEntry,
    ApproveMoreSelfStudy,
    OwnTimer,
    StartTimer,
    StopTimer,
    DiscardTimedDay,
  ],
  exports: [EditionHours, WorkloadPersonalData, Ledger, HoursByModule],
})
export class WorkloadModule {}
