import { Module } from '@nestjs/common';
import { AdmissionsModule } from '../admissions';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ScheduleModule } from '../schedule';
import { WorkloadModule } from '../workload';
import { AttendanceOfEdition } from './attendance-of-edition';
import { EditionAtAGlance } from './edition-at-a-glance';
import { GlanceController } from './glance.controller';

@Module({
  imports: [AdmissionsModule, EditionsModule, PlacesModule, ScheduleModule, WorkloadModule],
  controllers: [GlanceController],
  providers: [AttendanceOfEdition, EditionAtAGlance],
})
export class GlanceModule {}
