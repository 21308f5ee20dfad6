import {
  closeMeeting,
  type InputOf,
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
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  list(@By() actor: Actor, @Input() { params }: InputOf<typeof readMeetings>) {
    return this.meetings.of(actor, params.editionId);
  }

  @Handles(openMeeting, mayHoldMeetings)
  open(@By() actor: Actor, @Input() { params, body }: InputOf<typeof openMeeting>) {
    return this.opening.run(actor, params.editionId, body);
  }

  @Handles(readMeeting, mayReadMeetings)
  one(@By() actor: Actor, @Input() { params }: InputOf<typeof readMeeting>) {
    return this.meetings.one(actor, params);
  }

  @Handles(noteAttendance, mayHoldMeetings)
  note(@By() actor: Actor, @Input() { params, body }: InputOf<typeof noteAttendance>) {
    return this.noting.run(actor, params, body.attends);
  }

  @Handles(readAgenda, mayRuleWhereOneChairs)
  items(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readAgenda>) {
    return this.agenda.of(actor, params, query.after);
  }

  @Handles(ruleInMeeting, mayRuleWhereOneChairs)
  rule(@By() actor: Actor, @Input() { params, body }: InputOf<typeof ruleInMeeting>) {
    return this.ruling.run(actor, params, body.rulings);
  }

  @Handles(closeMeeting, mayHoldMeetings)
  close(@By() actor: Actor, @Input() { params }: InputOf<typeof closeMeeting>) {
    return this.closing.run(actor, params);
  }

  @Handles(readMinutes, mayReadMeetings)
  minutes(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readMinutes>) {
    return this.reading.of(actor, params, query.language);
  }

  @Handles(printMinutes, mayReadMeetings)
  print(@By() actor: Actor, @Input() { params }: InputOf<typeof printMinutes>) {
    return this.printing.run(actor, params);
  }

  @Handles(readMinutesFile, mayReadMeetings)
  async file(@By() actor: Actor, @Input() { params }: InputOf<typeof readMinutesFile>, @Res() reply: FastifyReply) {
    await this.files.send(reply, await this.reading.fileFor(actor, params));
  }
}
