import { feedKeepsDays } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { mayReadSessions } from '../schedule.policy';
import { sessionRows } from '../timetable/session-rows';
import { CalendarFeed } from './calendar-feed.entity';
import { CalendarWriter, type Entry } from './calendar-writer';
import { FeedKeys } from './feed-keys';

/** What a calendar program reads: nobody is signed in, and the key shows nothing else of that person's. */
@Injectable()
export class FeedOfPerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: FeedKeys,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly editions: EditionDirectory,
    private readonly writer: CalendarWriter,
  ) {}

  /** The sessions that this person may see, in their language. Eight statements at most, whatever their number. */
  async read(key: string): Promise<string> {
    const serial = this.keys.serialOf(key);
    const feed = serial && (await this.database.read.findOneBy(CalendarFeed, { serial }));
    if (!feed) throw notFound();
    const { accountId } = feed;
    const person = (await this.people.byIds([accountId])).get(accountId);
    return this.writer.feed(person?.language ?? 'en', await this.entriesFor(accountId));
  }

  private async entriesFor(accountId: string): Promise<Entry[]> {
    const actor = { accountId, ...(await this.roles.of([accountId]))(accountId) };
    const ofAll = mayReadSessions({ ...actor, editions: [] }, {});
    const own = actor.editions
      .map(({ editionId }) => editionId)
      .filter((id) => mayReadSessions(actor, { editionId: id }));
    const since = new Date(this.clock.now().getTime() - feedKeepsDays * 86_400_000);
    const [where, values] = ofAll
      ? ['it.endsAt > :since', { since }]
      : ['it.endsAt > :since AND it.editionId IN (:...own)', { since, own }];
    const sessions = ofAll || own.length ? await this.database.rows(sessionRows(where, values)) : [];
    const editions = await this.editions.byIds(sessions.map(({ editionId }) => editionId));
    return sessions.flatMap((session) => {
      const edition = editions.get(session.editionId);
      return edition ? [{ session, edition }] : [];
    });
  }
}
