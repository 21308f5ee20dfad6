import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Clock } from '../../../../platform/clock/clock';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { EditionDirectory } from '../../../editions';
import { sessionWords } from '../../planning/session-words';
import { Timetable } from '../../timetable/timetable';
import { isToBegin, type Reminded } from '../is-to-begin';
import { sessionReminderMail } from '../session-reminder.mail';
import { remind } from './remind.job';

@HandlesJob(remind)
export class Remind implements JobHandler<Reminded & { accountId: string }> {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly postman: Postman,
  ) {}

  /** A session that has begun needs no reminder any more: nobody is told late. */
  async run({ accountId, ...of }: Reminded & { accountId: string }, { id }: JobRun): Promise<void> {
    const session = await this.timetable.session(of.sessionId);
    if (!session || !isToBegin(session, of) || session.startsAt <= this.clock.now()) return;
    const edition = await this.editions.byId(session.editionId);
    const person = (await this.people.byIds([accountId])).get(accountId);
    if (!edition || !person) return;
    const data = { ...sessionWords(person, session, edition), reminder: of.reminder };
    await this.postman.send(sessionReminderMail, { key: id, to: person, data, matters: session.startsAt });
  }
}
