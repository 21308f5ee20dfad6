import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordSpan } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory, type PersonCard } from '../../../accounts';
import { type EditionCard, EditionDirectory } from '../../../editions';
import { sessionCancelledMail } from '../mail/session-cancelled.mail';
import { sessionMovedMail } from '../mail/session-moved.mail';
import type { Room } from '../../timetable/room.entity';
import { Session } from '../../timetable/session.entity';
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
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly postman: Postman,
  ) {}

  /** The run is the key of the mail, so that a repetition sends no second one. */
  async run({ sessionId, accountId, change }: Change, { id }: JobRun): Promise<void> {
    const session = await this.database.read.findOneByOrFail(Session, { id: sessionId });
    // The session was moved and then cancelled: only the second mail is sent.
    if (change === 'moved' && session.state === 'cancelled') return;
    const edition = (await this.editions.byId(session.editionId)) as EditionCard;
    const person = (await this.people.byIds([accountId])).get(accountId) as PersonCard;
    const parcel = { key: id, to: person };
    const words = wordsFor(person, session, edition);
    if (change === 'cancelled') {
      const reason = session.cancelledBecause ?? '';
      return this.postman.send(sessionCancelledMail, { ...parcel, data: { ...words, reason } });
    }
    const room = (await this.timetable.roomsOf([session])).get(session.roomId ?? '');
    const ownTime = session.zone === person.timeZone ? '' : wordSpan(session, person);
    await this.postman.send(sessionMovedMail, { ...parcel, data: { ...words, ownTime, room: wordRoom(room) } });
  }
}

const wordsFor = ({ givenName, language }: PersonCard, session: Session, { id, definition }: EditionCard) => {
  const title: Record<string, string | undefined> =
    definition.modules.find(({ number }) => number === session.moduleNumber)?.title ?? {};
  return {
    givenName,
    title: session.title,
    module: title[language] ?? title['en'] ?? '',
    when: wordSpan(session, { language, timeZone: session.zone }),
    editionId: id,
  };
};

const wordRoom = (room: Room | undefined) => (room ? `${room.name}, ${room.venue}, ${room.address}` : '');
