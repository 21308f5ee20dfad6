import type { InputOf, listReports, ReplyOf, reportPost } from '@libretto/contracts';
import { type Actor, isThere } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { newId } from '../../../platform/database/new-id';
import { countOf, rowsOf, type Values } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { mayReadAllReports } from '../discussions.policy';
import { ReadableThreads } from '../thread/readable-threads';
import { lockPost } from '../thread/lock-post';
import { PostReport } from '../thread/post.entity';

const pageSize = 30;
const oldestFirst = { columns: ['at', 'id'] } as const;
const cells = {
  threadId: 'post.threadId',
  authorId: 'post.authorId',
  text: 'post.text',
  title: 'thread.title',
  place: 'thread.place',
} as const;
/** Reports from messages go to coordinators, since one of the two is a tutor; those from a group, to moderators who may know its members. */
const open = `JOIN post ON post.id = it.postId JOIN thread ON thread.id = post.threadId
  WHERE it.editionId = :editionId AND it.settledAt IS NULL AND post.removedAt IS NULL
  AND (thread.place = 'module' OR (thread.place = 'group' AND thread.groupId IN (:...groupIds))
    OR (thread.place = 'direct' AND :coordinates = 1))`;

/** Posts that readers reported, for moderators. They see the reported post, of messages too, and nothing around it. */
@Injectable()
export class PostReports {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly readable: ReadableThreads,
  ) {}

  /** Refusals: discussions.post-gone. */
  async run(actor: Actor, { params, body: { reason } }: InputOf<typeof reportPost>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { post, thread } = await lockPost(tx, actor, this.readable, params);
      orRefuse(isThere(post));
      const report = { id: newId(), editionId: thread.editionId, postId: post.id, accountId: actor.accountId };
      const row = { ...report, reason, at: this.clock.now(), settledAt: null };
      await tx.put(PostReport, ['postId', 'accountId'], row);
    });
  }

  async settle(actor: Actor, { editionId, reportId }: { editionId: string; reportId: string }): Promise<void> {
    await this.transaction.run(async (tx) => {
      const asked = { ...(await this.asking(actor, editionId)), reportId };
      const [report] = await this.database.rows(rowsOf(PostReport, `${open} AND it.id = :reportId`, asked));
      if (report) await tx.manager.update(PostReport, { id: report.id }, { settledAt: this.clock.now() });
    });
  }

  async list(
    actor: Actor,
    { params: { editionId }, query: { after } }: InputOf<typeof listReports>,
  ): Promise<ReplyOf<typeof listReports>> {
    const asked = { order: oldestFirst, after, size: pageSize, beside: cells };
    const found = await this.database.rows(
      rowsInOrder(this.database.read, PostReport, [open, await this.asking(actor, editionId)], asked),
    );
    const { rows, next } = pageOf(found, oldestFirst, pageSize);
    const people = await this.people.byIds(
      rows.flatMap(({ accountId, authorId }) => [accountId, ...(authorId === null ? [] : [String(authorId)])]),
    );
    return {
      items: rows.map(({ id, postId, accountId, reason, at, ...row }) => ({
        ...{ id, postId, threadId: String(row.threadId), isDirect: row.place === 'direct', title: String(row.title) },
        by: people.get(String(row.authorId))?.name ?? null,
        text: String(row.text),
        reporter: people.get(accountId)?.name ?? '',
        reason,
        at: at.toISOString(),
      })),
      next,
    };
  }

  /** How many wait for this person. */
  async waiting(actor: Actor, editionId: string): Promise<number> {
    const [number] = await this.database.rows(
      countOf(`FROM post_report it ${open}`, await this.asking(actor, editionId)),
    );
    return number ?? 0;
  }

  /** Whether a post was shown to this person by a report. */
  async show(actor: Actor, editionId: string, postId: string): Promise<boolean> {
    const asked = { ...(await this.asking(actor, editionId)), postId };
    const reports = rowsOf(PostReport, `${open} AND it.postId = :postId`, asked, { columns: ['id'] });
    return (await this.database.rows(reports)).length > 0;
  }

  private async asking(actor: Actor, editionId: string): Promise<Values> {
    const { values } = await this.readable.by(actor, editionId);
    return { ...values, coordinates: Number(mayReadAllReports(actor, {})) };
  }
}
