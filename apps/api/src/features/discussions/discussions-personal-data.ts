import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { nameToSave } from '../../platform/files/file-name';
import { fileCells, fileIn } from '../../platform/files/file-store';
import { Post, PostFile, PostReport } from './thread/post.entity';
import { Thread } from './thread/thread.entity';

/** The posts and messages that somebody wrote, for that person; those that others wrote to them are those others'. */
@Injectable()
export class DiscussionsPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(accountId: string) {
    const own = 'WHERE it.authorId = :accountId';
    const { posts, files, reports, following } = await this.database.together({
      posts: rowsOf(
        Post,
        `JOIN thread ON thread.id = it.threadId ${own}`,
        { accountId },
        {
          beside: { editionId: 'thread.editionId', title: 'thread.title', place: 'thread.place' },
          by: ['at', 'id'],
        },
      ),
      files: rowsOf(
        PostFile,
        `JOIN post ON post.id = it.postId JOIN stored_file file ON file.id = it.fileId
         WHERE post.authorId = :accountId`,
        { accountId },
        { beside: fileCells, by: ['id'] },
      ),
      reports: rowsOf(PostReport, 'WHERE it.accountId = :accountId', { accountId }, { by: ['at', 'id'] }),
      following: rowsOf(
        Thread,
        `JOIN thread_reader reader ON reader.threadId = it.id WHERE reader.accountId = :accountId`,
        { accountId },
        {
          beside: { follows: 'reader.follows', readAt: 'reader.readAt' },
          by: ['id'],
        },
      ),
    });
    return {
      discussions: {
        posts: posts.map(({ editionId, title, place, text, at, editedAt, removedAt, hiddenAt, hiddenBecause }) => ({
          ...{ editionId, thread: title, place, text, at, editedAt, removedAt, hiddenAt, hiddenBecause },
        })),
        reports: reports.map(({ reason, at }) => ({ reason, at })),
        read: following.map(({ title, follows, readAt }) => ({
          thread: title,
          follows: Number(follows) === 1,
          readAt,
        })),
      },
      files: files.map((row) => ({
        id: row.fileId,
        path: `${row.fileId.slice(-6)}/${nameToSave(fileIn(row.fileId, row))}`,
      })),
    };
  }
}
