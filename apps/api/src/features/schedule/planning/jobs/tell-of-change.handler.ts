import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory, type PersonCard } from '../../../accounts';
import { type EditionCard, EditionDirectory } from '../../../editions';
import { CalendarWriter } from '../../calendar/calendar-writer';
import { sessionCancelledMail } from '../mail/session-cancelled.mail';
import { sessionMovedMail } from '../mail/session-moved.mail';
import { sessionWords } from '../session-words';
import type { SessionWithRoom } from '../../timetable/session-rows';
import { Timetable } from '../../timetable/timetable';
import { tellOfChange } from './tell-of-change.job';

interface Change {
  sessionId: string;
  accountId: string;
  change: 'moved' | 'cancelled';
}

@HandlesJob(tellOfChange)
export class TellOfChange implements JobHandler<Change> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly calendars: CalendarWriter,
    private readonly postman: Postman,
  ) {}

  /** The run is the key of the mail, so that a repetition sends no second one. A calendar finds its entry by the UID. */
  async run({ sessionId, accountId, change }: Change, { id }: JobRun): Promise<void> {
    const session = (await this.timetable.session(sessionId)) as SessionWithRoom;
    // The session was moved and then cancelled: only the second mail is sent.
    if (change === 'moved' && session.state === 'cancelled') return;
    const edition = (await this.editions.byId(session.editionId)) as EditionCard;
    const person = (await this.people.byIds([accountId])).get(accountId) as PersonCard;
    const method = change === 'cancelled' ? 'CANCEL' : 'REQUEST';
    const content = this.calendars.request(person.language, { session, edition }, { method, to: person });
    const parcel = { key: id, to: person, calendar: { method, content } as const };
    const data = sessionWords(person, session, edition);
    if (change === 'moved') return this.postman.send(sessionMovedMail, { ...parcel, data });
    const reason = session.cancelledBecause ?? '';
    await this.postman.send(sessionCancelledMail, { ...parcel, data: { ...data, reason } });
  }
}
