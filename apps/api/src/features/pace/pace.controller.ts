import { readEditionPace, readHours, readHoursFile, readMyPace, readPaceOf } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { sendSheet } from '../../platform/sheets/send-sheet';
import { HoursFile } from './hours-file';
import { HoursOfParticipants } from './hours-of-participants';
import { PaceOfEdition } from './pace-of-edition';
import { PaceOfPerson } from './pace-of-person';
import { mayReadEverybodysPace, mayReadOwnPace, mayReadPace } from './pace.policy';

@Controller()
export class PaceController {
  constructor(
    private readonly person: PaceOfPerson,
    private readonly edition: PaceOfEdition,
    private readonly hours: HoursOfParticipants,
    private readonly files: HoursFile,
  ) {}

  @Handles(readMyPace, mayReadOwnPace)
  own({ actor, params }: RequestOf<typeof readMyPace>) {
    return this.person.own(actor, params.editionId);
  }

  @Handles(readPaceOf, mayReadPace)
  of({ actor, params }: RequestOf<typeof readPaceOf>) {
    return this.person.read(actor, params.editionId, params.enrolmentId);
  }

  @Handles(readEditionPace, mayReadEverybodysPace)
  ofEdition({ params }: RequestOf<typeof readEditionPace>) {
    return this.edition.of(params.editionId);
  }

  @Handles(readHours, mayReadEverybodysPace)
  list({ actor, params, query }: RequestOf<typeof readHours>) {
    return this.hours.page(actor, params.editionId, query);
  }

  @Handles(readHoursFile, mayReadEverybodysPace)
  async file(request: RequestOf<typeof readHoursFile>, reply: FastifyReply) {
    const { name, content } = await this.files.of(request);
    sendSheet(reply, name, request.query.format, content);
  }
}
