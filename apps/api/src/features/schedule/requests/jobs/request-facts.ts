import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { wordSpan } from '../../../../platform/language/word-moment';
import { orNotFound } from '../../../../platform/refusals/refused';
import { PeopleDirectory, type PersonCard } from '../../../accounts';
import { EnrolmentDirectory } from '../../../places';
import { Timetable } from '../../timetable/timetable';
import { AttendanceRequest } from '../attendance-request.entity';

/** What mails about a request say. */
@Injectable()
export class RequestFacts {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
  ) {}

  /** The request and its session, for one of the people concerned: its participant, unless another reader is named. */
  async of(requestId: string, readerId?: string) {
    const request = await this.database.read.findOneByOrFail(AttendanceRequest, { id: requestId });
    const session = orNotFound(await this.timetable.session(request.sessionId));
    const enrolment = orNotFound((await this.enrolments.byIds([request.enrolmentId])).get(request.enrolmentId));
    const readerOr = readerId ?? enrolment.accountId;
    const people = await this.people.byIds([enrolment.accountId, readerOr]);
    const to = people.get(readerOr) as PersonCard;
    const { title, editionId, zone } = session;
    const name = people.get(enrolment.accountId)?.name ?? '';
    const when = wordSpan(session, { language: to.language, timeZone: zone });
    const { kind, reason, claim, words } = request;
    const about = { givenName: to.givenName, name, title, when, kind, reason, claim, words, editionId };
    return { to, request, about: { ...about, enrolmentId: enrolment.id } };
  }
}
