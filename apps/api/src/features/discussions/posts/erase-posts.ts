import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { Post, PostFile, PostMention } from '../thread/post.entity';

/** Takes the text, the files and the mentions out of posts; their places stay. */
@Injectable()
export class ErasePosts {
  constructor(private readonly files: FileStore) {}

  async of(tx: Tx, postIds: readonly string[], as: Partial<Post>): Promise<void> {
    const ids = In([...postIds]);
    const files = await tx.lockAll(PostFile, { postId: ids });
    await tx.manager.delete(PostFile, { postId: ids });
    await tx.manager.delete(PostMention, { postId: ids });
    for (const { fileId } of files) await this.files.forget(tx, fileId);
    await tx.manager.update(Post, { id: ids }, { text: '', foundBy: '', ...as });
    tx.afterCommit(() => void Promise.allSettled(files.map(({ fileId }) => this.files.erase(fileId))));
  }
}
