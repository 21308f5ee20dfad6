import {
  closeMeeting,
  noteAttendance,
  openMeeting,
  printMinutes,
  readAgenda,
  readMeeting,
  readMeetings,
  readMinutes,
  readMinutesFile,
  ruleInMeeting,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayHoldMeetings, mayReadMeetings, mayRuleWhereOneChairs } from '../dossier/admissions.policy';
import { Agenda } from './agenda';
import { CloseMeeting } from './close-meeting';
import { Meetings } from './meetings';
import { MinutesReading } from './minutes-reading';
import { NoteAttendance } from './note-attendance';
import { OpenMeeting } from './open-meeting';
import { PrintMinutes } from './print-minutes';
import { RuleInMeeting } from './rule-in-meeting';

@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly agenda: Agenda,
    private readonly opening: OpenMeeting,
    private readonly noting: NoteAttendance,
    private readonly ruling: RuleInMeeting,
    private readonly closing: CloseMeeting,
    private readonly reading: MinutesReading,
    private readonly printing: PrintMinutes,
    private readonly files: FileStore,
  ) {}

  @Handles(readMeetings, mayReadMeetings)
  list({ actor, params }: RequestOf<typeof readMeetings>) {
    return this.meetings.of(actor, params.editionId);
  }

  @Handles(openMeeting, mayHoldMeetings)
  open({ actor, params, body }: RequestOf<typeof openMeeting>) {
    return this.opening.run(actor, params.editionId, body);
  }

  @Handles(readMeeting, mayReadMeetings)
  one({ actor, params }: RequestOf<typeof readMeeting>) {
    return this.meetings.one(actor, params);
  }

  @Handles(noteAttendance, mayHoldMeetings)
  note({ actor, params, body }: RequestOf<typeof noteAttendance>) {
    return this.noting.run(actor, params, body.attends);
  }

  @Handles(readAgenda, mayRuleWhereOneChairs)
  items({ actor, params, query }: RequestOf<typeof readAgenda>) {
    return this.agenda.of(actor, params, query.after);
  }

  @Handles(ruleInMeeting, mayRuleWhereOneChairs)
  rule({ actor, params, body }: RequestOf<typeof ruleInMeeting>) {
    return this.ruling.run(actor, params, body.rulings);
  }

  @Handles(closeMeeting, mayHoldMeetings)
  close({ actor, params }: RequestOf<typeof closeMeeting>) {
    return this.closing.run(actor, params);
  }

  @Handles(readMinutes, mayReadMeetings)
  minutes({ actor, params, query }: RequestOf<typeof readMinutes>) {
    return this.reading.of(actor, params, query.language);
  }

  @Handles(printMinutes, mayReadMeetings)
  print({ actor, params }: RequestOf<typeof printMinutes>) {
    return this.printing.run(actor, params);
  }

  @Handles(readMinutesFile, mayReadMeetings)
  async file({ actor, params }: RequestOf<typeof readMinutesFile>, reply: FastifyReply) {
    const file = await this.files.byId(await this.reading.fileFor(actor, params));
    await this.files.send(reply, file);
  }
}
