import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Post } from '../thread/post.entity';
import { ReadableThreads } from '../thread/readable-threads';
import { Thread } from '../thread/thread.entity';

/** A mail shows the beginning of a longer post. */
const most = 600;

/** The words of mails about a post, for one of its readers. */
@Injectable()
export class WordsOfPost {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly readable: ReadableThreads,
  ) {}

  /** Nothing where the person is gone. */
  async of(postId: string, accountId: string) {
    const post = await this.database.read.findOneBy(Post, { id: postId });
    const thread = post && (await this.database.read.findOneBy(Thread, { id: post.threadId }));
    const edition = thread && (await this.editions.byId(thread.editionId));
    const people = await this.people.byIds([accountId, ...(post?.authorId ? [post.authorId] : [])]);
    const to = people.get(accountId);
    if (!post || !thread || !edition || !to) return null;
    const { title } = edition.definition;
    return {
      ...{ post, to },
      isReader: await this.readable.mayRead(accountId, thread),
      data: {
        givenName: to.givenName,
        by: people.get(post.authorId ?? '')?.name ?? '',
        programme: title[to.language] ?? title.en,
        title: thread.title,
        isDirect: thread.place === 'direct',
        text: post.text.length > most ? `${post.text.slice(0, most).toWellFormed()}…` : post.text,
        editionId: edition.id,
        threadId: thread.id,
        postId: post.id,
      },
    };
  }
}
