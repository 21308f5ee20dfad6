import type { attachToPost, InputOf } from '@libretto/contracts';
import { type Actor, isAuthorOf, mayAttachToPost, seesPost, talkerIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { ApiRequest } from '../../../platform/http/handles';
import { allow, notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { ReadableThreads } from '../thread/readable-threads';
import { Thread } from '../thread/thread.entity';
import { lockPost, type PlaceOfPost } from '../thread/lock-post';
import { Post, PostFile } from '../thread/post.entity';

/** The files of posts: added by the author, for a while, and opened by who may read the post. */
@Injectable()
export class PostFiles {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly readable: ReadableThreads,
  ) {}

  /** Refusals: `uploadRefusals`, discussions.change-time-over, discussions.post-gone, discussions.too-many-files. */
  async add(actor: Actor, place: InputOf<typeof attachToPost>['params'], request: ApiRequest): Promise<{ id: string }> {
    const file = await this.files.receive(request, 'post');
    const id = newId();
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        const { post, talker } = await lockPost(tx, actor, this.readable, place);
        allow(isAuthorOf(post, talker));
        const files = await tx.manager.countBy(PostFile, { postId: post.id });
        orRefuse(mayAttachToPost(post, files, this.clock.now()));
        await this.files.keep(tx, file);
        await tx.insert(PostFile, { id, postId: post.id, fileId: file.id });
      }),
    );
    return { id };
  }

  /** The stored file, for readers of its post. */
  async fileOf(actor: Actor, { editionId, threadId, postId, postFileId }: PlaceOfPost & { postFileId: string }) {
    const { where, values, talker } = await this.readable.by(actor, editionId);
    const asked = { ...values, threadId, postId, postFileId };
    const { threads, posts, files } = await this.database.together({
      threads: rowsOf(Thread, `WHERE it.id = :threadId AND ${where}`, asked, { columns: ['place'] }),
      posts: rowsOf(Post, 'WHERE it.id = :postId AND it.threadId = :threadId', asked),
      files: rowsOf(PostFile, 'WHERE it.id = :postFileId AND it.postId = :postId', asked),
    });
    const [thread, post, file] = [orNotFound(threads[0]), orNotFound(posts[0]), orNotFound(files[0])];
    if (!seesPost(post, talkerIn(thread, talker))) throw notFound();
    return this.files.byId(file.fileId);
  }
}
