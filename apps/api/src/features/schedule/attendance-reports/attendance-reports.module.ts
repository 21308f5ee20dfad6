import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { TimetableModule } from '../timetable/timetable.module';
import { AttendanceReportsController } from './attendance-reports.controller';
import { ImportAttendanceReport } from './import-attendance-report';
import { KeepToldReport } from './keep-told-report';
import { MeetingPresence } from './meeting-presence.entity';
import { ReportReader } from './report-reader';
import { ToldReportAddress } from './told-report-address';
import { ToldReports } from './told-reports';

/** The attendance reports of meeting programs, as the roll of a session. */
@Module({
  imports: [TypeOrmModule.forFeature([MeetingPresence]), EditionsModule, PlacesModule, TimetableModule],
  controllers: [AttendanceReportsController],
  providers: [ImportAttendanceReport, KeepToldReport, ReportReader, ToldReportAddress, ToldReports],
  exports: [ToldReports],
})
export class AttendanceReportsModule {}
