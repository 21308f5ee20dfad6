import { makeFeed, readFeed, readOwnFeed, readSessionFile, removeFeed } from '@libretto/contracts';
import { anyone, signedIn } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type PublicRequestOf, type RequestOf } from '../../../platform/http/handles';
import { keptByItsReader } from '../../../platform/http/kept-replies';
import { Languages } from '../../../platform/language/languages';
import { mayReadSessions } from '../schedule.policy';
import { FeedOfPerson } from './feed-of-person';
import { OwnFeed } from './own-feed';
import { SessionFile } from './session-file';

const type = 'text/calendar; charset=utf-8';

@Controller()
export class CalendarController {
  constructor(
    private readonly own: OwnFeed,
    private readonly feeds: FeedOfPerson,
    private readonly files: SessionFile,
    private readonly languages: Languages,
  ) {}

  @Handles(readOwnFeed, signedIn)
  read({ actor }: RequestOf<typeof readOwnFeed>) {
    return this.own.read(actor);
  }

  @Handles(makeFeed, signedIn)
  make({ actor }: RequestOf<typeof makeFeed>) {
    return this.own.make(actor);
  }

  @Handles(removeFeed, signedIn)
  remove({ actor }: RequestOf<typeof removeFeed>) {
    return this.own.remove(actor);
  }

  /** Whoever has the key is let in: the key is the right. */
  @Handles(readFeed, anyone)
  async feed({ query }: PublicRequestOf<typeof readFeed>, reply: FastifyReply) {
    void reply.header('x-robots-tag', 'noindex');
    const body = await this.feeds.read(query.key);
    void reply.header('cache-control', keptByItsReader).type(type).send(body);
  }

  @Handles(readSessionFile, mayReadSessions)
  async session({ params, raw }: RequestOf<typeof readSessionFile>, reply: FastifyReply) {
    const language = this.languages.firstOf(raw.headers['accept-language']);
    const body = await this.files.of(params.editionId, params.sessionId, language);
    void reply.header('content-disposition', 'attachment; filename="session.ics"').type(type).send(body);
  }
}
