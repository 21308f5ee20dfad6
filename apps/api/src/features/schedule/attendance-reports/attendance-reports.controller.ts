import { checkAttendanceReport, importAttendanceReport } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { orNotFound } from '../../../platform/refusals/refused';
import { mayTakeRoll } from '../schedule.policy';
import { Timetable } from '../timetable/timetable';
import { ImportAttendanceReport } from './import-attendance-report';
import { ReportReader } from './report-reader';

@Controller()
export class AttendanceReportsController {
  constructor(
    private readonly timetable: Timetable,
    private readonly reader: ReportReader,
    private readonly importing: ImportAttendanceReport,
  ) {}

  @Handles(checkAttendanceReport, mayTakeRoll)
  async check({ params, body }: RequestOf<typeof checkAttendanceReport>) {
    return this.reader.read(orNotFound(await this.timetable.session(params.sessionId)), body);
  }

  @Handles(importAttendanceReport, mayTakeRoll)
  import(request: RequestOf<typeof importAttendanceReport>) {
    return this.importing.run(request.actor, request);
  }
}
