import { readAttendanceGrid, readGlance } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AttendanceOfEdition } from './attendance-of-edition';
import { EditionAtAGlance } from './edition-at-a-glance';
import { mayReadGlance } from './glance.policy';

@Controller()
export class GlanceController {
  constructor(
    private readonly glance: EditionAtAGlance,
    private readonly attendance: AttendanceOfEdition,
  ) {}

  @Handles(readGlance, mayReadGlance)
  read({ actor, params }: RequestOf<typeof readGlance>) {
    return this.glance.of(actor, params.editionId);
  }

  @Handles(readAttendanceGrid, mayReadGlance)
  readAttendance({ params, query }: RequestOf<typeof readAttendanceGrid>) {
    return this.attendance.page(params.editionId, query.after);
  }
}
