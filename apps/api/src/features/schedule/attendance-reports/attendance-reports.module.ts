import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { TimetableModule } from '../timetable/timetable.module';
import { AttendanceReportsController } from './attendance-reports.controller';
import { ImportAttendanceReport } from './import-attendance-report';
import { ReportReader } from './report-reader';

/** The attendance reports of meeting programs, as the roll of a session. */
@Module({
  imports: [EditionsModule, PlacesModule, TimetableModule],
  controllers: [AttendanceReportsController],
  providers: [ImportAttendanceReport, ReportReader],
})
export class AttendanceReportsModule {}
