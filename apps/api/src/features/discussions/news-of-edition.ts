import type { InputOf, News, ReplyOf, searchTalk } from '@libretto/contracts';
import { type Actor, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { pageOf, rowsInOrder } from '../../platform/database/in-order';
import { wordsIn } from '../../platform/database/literally';
import { countOf } from '../../platform/database/read-together';
import { PeopleDirectory } from '../accounts';
import { AnnouncementsForReader } from '../announcements';
import { Post } from './thread/post.entity';
import { readableIn, ReadableThreads } from './thread/readable-threads';
import { hasPosts, isUnread } from './thread/thread-cards';

const pageSize = 20;
const newestFirst = { columns: ['at', 'id'], isDown: true } as const;

/** The posts and announcements of an edition that somebody has not read, and those that they find in a search. */
@Injectable()
export class NewsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly readable: ReadableThreads,
    private readonly announcements: AnnouncementsForReader,
  ) {}

  async unread(actor: Actor, editionId: string): Promise<News> {
    const { edition, where, values } = await this.readable.by(actor, editionId);
    const from = `FROM thread it WHERE ${hasPosts} AND ${where} AND ${isUnread}`;
    const [announcements, [threads], [messages]] = await Promise.all([
      this.announcements.unread(actor, edition),
      this.database.rows(countOf(`${from} AND it.place <> 'direct'`, values)),
      this.database.rows(countOf(`${from} AND it.place = 'direct'`, values)),
    ]);
    return { announcements, threads: threads ?? 0, messages: messages ?? 0 };
  }

  async search(actor: Actor, { params, query }: InputOf<typeof searchTalk>): Promise<ReplyOf<typeof searchTalk>> {
    const sought = plain(query.q ?? '');
    const { edition, values } = await this.readable.by(actor, params.editionId);
    const { conditions, values: words } = wordsIn(['it.foundBy', 'thread.foundBy'], sought);
    const seen = ['it.hiddenAt IS NULL', 'it.removedAt IS NULL', readableIn('thread'), ...conditions];
    const from = `JOIN thread ON thread.id = it.threadId WHERE ${seen.join(' AND ')}`;
    const asked = { order: newestFirst, after: query.after, size: pageSize, beside: { title: 'thread.title' } };
    const [posts, announcements] = await Promise.all([
      this.database.rows(rowsInOrder(this.database.read, Post, [from, { ...values, ...words }], asked)),
      query.after ? [] : this.announcements.found(actor, edition, sought),
    ]);
    const { rows, next } = pageOf(posts, newestFirst, pageSize);
    const people = await this.people.byIds(rows.flatMap(({ authorId }) => authorId ?? []));
    return {
      announcements,
      items: rows.map(({ id: postId, threadId, title, authorId, text, at }) => ({
        ...{ postId, threadId, title: String(title), text, at: at.toISOString() },
        by: people.get(authorId ?? '')?.name ?? null,
      })),
      next,
    };
  }
}
