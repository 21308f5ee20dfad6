import { checkAttendanceReport, importAttendanceReport, readToldReport } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { orNotFound } from '../../../platform/refusals/refused';
import { mayTakeRoll } from '../schedule.policy';
import { Timetable } from '../timetable/timetable';
import { ImportAttendanceReport } from './import-attendance-report';
import { ReportReader } from './report-reader';
import { ToldReports } from './told-reports';

@Controller()
export class AttendanceReportsController {
  constructor(
    private readonly timetable: Timetable,
    private readonly reader: ReportReader,
    private readonly importing: ImportAttendanceReport,
    private readonly told: ToldReports,
  ) {}

  @Handles(readToldReport, mayTakeRoll)
  read({ params }: RequestOf<typeof readToldReport>) {
    return this.told.of(params.editionId, params.sessionId);
  }

  @Handles(checkAttendanceReport, mayTakeRoll)
  async check({ params, body }: RequestOf<typeof checkAttendanceReport>) {
    return this.reader.read(orNotFound(await this.timetable.session(params.sessionId)), body);
  }

  @Handles(importAttendanceReport, mayTakeRoll)
  import(request: RequestOf<typeof importAttendanceReport>) {
    return this.importing.run(request.actor, request);
  }
}
