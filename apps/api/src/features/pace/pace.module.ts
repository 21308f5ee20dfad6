import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ScheduleModule } from '../schedule';
import { WorkloadModule } from '../workload';
import { FallingBehind } from './falling-behind.entity';
import { HoursFile } from './hours-file';
import { HoursOfParticipants } from './hours-of-participants';
import { ReckonDaily } from './jobs/reckon-daily.handler';
import { TellBehind, TellTutor } from './jobs/tell-of-pace.handlers';
import { PaceController } from './pace.controller';
import { PaceOfEdition } from './pace-of-edition';
import { PaceOfPerson } from './pace-of-person';
import { ReckonPace } from './reckon-pace';

@Module({
  imports: [TypeOrmModule.forFeature([FallingBehind]), EditionsModule, PlacesModule, ScheduleModule, WorkloadModule],
  controllers: [PaceController],
  providers: [
    HoursFile,
    HoursOfParticipants,
    PaceOfEdition,
    PaceOfPerson,
    ReckonDaily,
    ReckonPace,
    TellBehind,
    TellTutor,
  ],
})
export class PaceModule {}
