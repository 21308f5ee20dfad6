import type { InputOf, listReaders, readThread, ReplyOf, ThreadView } from '@libretto/contracts';
import { type Actor, agree, changeIn, compare, mayCloseThread, mayReply, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { rowsOf } from '../../../platform/database/read-together';
import { fileCells } from '../../../platform/files/file-store';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { Post, PostFile, PostMention } from '../thread/post.entity';
import { postViews } from '../posts/post-views';
import { ReadableThreads } from '../thread/readable-threads';
import { Thread, ThreadReader } from '../thread/thread.entity';
import { cardOf, isUnread, namedIn } from '../thread/thread-cards';

const pageSize = 50;
const oldestFirst = { columns: ['at', 'id'] } as const;
const mostNamed = 20;

const postsOf = 'WHERE it.threadId = :threadId';
/** The posts from one of them on; all of them where they fit on one page. */
const postsFrom = `JOIN thread whole ON whole.id = it.threadId
  LEFT JOIN post sought ON sought.id = :from AND sought.threadId = it.threadId
  ${postsOf} AND (whole.posts <= :pageSize OR sought.id IS NULL
    OR it.at > sought.at OR (it.at = sought.at AND it.id >= sought.id))`;

@Injectable()
export class ThreadPage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly readable: ReadableThreads,
  ) {}

  /** A thread with a page of its posts. The same statements for any number of them. */
  async read(actor: Actor, { params, query }: InputOf<typeof readThread>): Promise<ThreadView> {
    const { editionId, threadId } = params;
    const open = await this.readable.by(actor, editionId);
    const values = { ...open.values, threadId };
    const from = query.after ? undefined : query.from;
    const onPage = from ? ([postsFrom, { threadId, from, pageSize }] as const) : ([postsOf, { threadId }] as const);
    const page = { order: oldestFirst, after: query.after, size: pageSize };
    const [[found], [reader], posts, tutors] = await Promise.all([
      this.database.rows(rowsOf(Thread, `WHERE it.id = :threadId AND ${open.where}`, values, { beside: { isUnread } })),
      this.database.rows(rowsOf(ThreadReader, 'WHERE it.threadId = :threadId AND it.accountId = :me', values)),
      this.database.rows(rowsInOrder(this.database.read, Post, onPage, page)),
      this.roles.holders(editionId, ['tutor']),
    ]);
    const thread = orNotFound(found);
    const { rows, next } = pageOf(posts, oldestFirst, pageSize);
    const ids = { postIds: rows.map(({ id }) => id) };
    const [files, mentions] = await Promise.all([
      this.database.rows(
        rowsOf(PostFile, 'JOIN stored_file file ON file.id = it.fileId WHERE it.postId IN (:...postIds)', ids, {
          beside: fileCells,
          by: ['id'],
        }),
      ),
      this.database.rows(rowsOf(PostMention, 'WHERE it.postId IN (:...postIds)', ids, { by: ['id'] })),
    ]);
    const people = await this.people.byIds([
      ...namedIn(thread),
      ...rows.flatMap(({ authorId }) => authorId ?? []),
      ...mentions.map(({ accountId }) => accountId),
    ]);
    const isOpen = agree(changeIn(open.edition.state));
    return {
      ...cardOf(thread, open, people),
      follows: reader?.follows ?? false,
      items: postViews(rows, {
        ...{ thread, files, mentions, people, isOpen, now: this.clock.now(), talker: open.talker },
        readAt: reader?.readAt ?? null,
        tutors: new Set(tutors.map(({ accountId }) => accountId)),
        isFirstPage: !query.after && !(from && thread.posts > pageSize),
      }),
      next,
      can: { reply: isOpen && agree(mayReply(thread)), close: isOpen && mayCloseThread(thread, open.talker) },
    };
  }

  /** Some of those who may read a thread, to mention them. */
  async readers(actor: Actor, { params, query }: InputOf<typeof listReaders>): Promise<ReplyOf<typeof listReaders>> {
    const found = await this.readable.found(await this.readable.by(actor, params.editionId), params.threadId);
    const people = await this.people.byIds(await this.readable.readersOf(orNotFound(found)));
    const isSought = searchFor(query.q);
    return {
      people: [...people.values()]
        .filter(({ id, name }) => id !== actor.accountId && isSought(name))
        .sort((one, other) => compare(one.name, other.name))
        .slice(0, mostNamed)
        .map(({ id, name }) => ({ id, name })),
    };
  }
}
