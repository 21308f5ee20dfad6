import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { Postman } from '../../../platform/mail/postman';
import { keyOfPost } from '../mail/key-of-post';
import { forgetTold } from '../thread/forget-told';
import { Post, PostFile, PostMention } from '../thread/post.entity';
import { Thread } from '../thread/thread.entity';

/**
 * Takes the text, the files and the mentions out of posts, and what readers were told of them; their places stay. An
 * erased post answers no question.
 */
@Injectable()
export class ErasePosts {
  constructor(
    private readonly files: FileStore,
    private readonly postman: Postman,
  ) {}

  async of(tx: Tx, posts: readonly Post[], as: Partial<Post>): Promise<void> {
    if (!posts.length) return;
    const postIds = posts.map(({ id }) => id);
    const ids = In(postIds);
    const threadIds = [...new Set(posts.map(({ threadId }) => threadId))];
    await tx.manager.update(Thread, { id: In(threadIds), answerId: ids }, { answerId: null });
    const files = await tx.lockAll(PostFile, { postId: ids });
    await tx.manager.delete(PostFile, { postId: ids });
    await tx.manager.delete(PostMention, { postId: ids });
    for (const { fileId } of files) await this.files.forget(tx, fileId);
    await tx.manager.update(Post, { id: ids }, { text: '', foundBy: '', ...as });
    await this.postman.takeBack(tx, postIds.map(keyOfPost));
    await forgetTold(tx, threadIds);
    tx.afterCommit(() => void Promise.allSettled(files.map(({ fileId }) => this.files.erase(fileId))));
  }
}
