import type { InputOf, listThreads, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { pageOf, rowsInOrder } from '../../../platform/database/in-order';
import type { Values } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { mayModerate } from '../discussions.policy';
import { PostReports } from '../posts/post-reports';
import { ReadableThreads } from '../thread/readable-threads';
import { Thread } from '../thread/thread.entity';
import { cardOf, hasPosts, isUnread, namedIn } from '../thread/thread-cards';

const pageSize = 30;
const newestFirst = { columns: ['lastAt', 'id'], isDown: true } as const;

@Injectable()
export class ThreadsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly readable: ReadableThreads,
    private readonly reports: PostReports,
  ) {}

  /** A page of threads. The same statements for any number of them and of posts. */
  async list(actor: Actor, { params, query }: InputOf<typeof listThreads>): Promise<ReplyOf<typeof listThreads>> {
    const { editionId } = params;
    const open = await this.readable.by(actor, editionId);
    const [only, further] = conditionOf(query.place);
    const where = `WHERE ${hasPosts} AND ${open.where} AND ${only}`;
    const asked = { order: newestFirst, after: query.after, size: pageSize, beside: { isUnread } };
    const [found, reports] = await Promise.all([
      this.database.rows(rowsInOrder(this.database.read, Thread, [where, { ...open.values, ...further }], asked)),
      mayModerate(actor, { editionId }) ? this.reports.waiting(actor, editionId) : null,
    ]);
    const { rows, next } = pageOf(found, newestFirst, pageSize);
    const people = await this.people.byIds(rows.flatMap(namedIn));
    return {
      items: rows.map((row) => cardOf(row, open, people)),
      next,
      modules: open.edition.definition.modules.map(({ number, title }) => ({ number, title: { ...title } })),
      groups: open.groups.map(({ id, name }) => ({ id, name })),
      reports,
      can: { start: agree(changeIn(open.edition.state)) },
    };
  }
}

/** The threads of one place: of a module, a group, or messages; without one, all but messages. */
function conditionOf(place: string | undefined): readonly [string, Values] {
  const [kind, which] = (place ?? '').split('.');
  if (kind === 'direct') return ["it.place = 'direct'", {}];
  if (kind === 'module') return ['it.moduleNumber = :moduleNumber', { moduleNumber: Number(which) }];
  if (kind === 'group') return ['it.groupId = :groupId', { groupId: which }];
  return ["it.place <> 'direct'", {}];
}
