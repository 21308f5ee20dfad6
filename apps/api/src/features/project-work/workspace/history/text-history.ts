import type { InputOf, ReplyOf, readTextVersion, readTextVersions } from '@libretto/contracts';
import { type Actor, goesOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { PeopleDirectory } from '../../../accounts';
import { Texts } from '../text/texts';
import { WorkspaceChange, WorkspaceWriter } from '../text/workspace-text.entity';
import { WorkspaceDoor } from '../workspace-door';

const pageSize = 50;

/** How a text came about: what each person wrote in one go, and the text as it was then. */
@Injectable()
export class TextHistory {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly door: WorkspaceDoor,
    private readonly texts: Texts,
  ) {}

  async versions(
    actor: Actor,
    { params, query }: InputOf<typeof readTextVersions>,
  ): Promise<ReplyOf<typeof readTextVersions>> {
    await this.door.open(actor, params);
    const { groupId } = params;
    const changes = await this.database.read.find(WorkspaceChange, {
      select: { number: true, accountId: true, since: true, at: true },
      where: { groupId },
      order: { number: 'ASC' },
    });
    const goes = goesOf(changes).reverse();
    const from = query.before === undefined ? 0 : goes.findIndex((go) => numberOf(go) < (query.before ?? 0));
    const shown = from < 0 ? [] : goes.slice(from, from + pageSize);
    const isLast = from < 0 || from + pageSize >= goes.length;
    const people = await this.people.byIds(shown.flatMap(([first]) => first?.accountId ?? []));
    const items = shown.flatMap((go) => {
      const [first, last] = [go[0], go.at(-1)];
      if (!first || !last) return [];
      const by = first.accountId && (people.get(first.accountId)?.name ?? '');
      return [{ number: last.number, by, since: first.since.toISOString(), at: last.at.toISOString() }];
    });
    return { items, next: isLast ? null : numberOf(shown.at(-1) ?? []) };
  }

  async version(
    actor: Actor,
    { params, query }: InputOf<typeof readTextVersion>,
  ): Promise<ReplyOf<typeof readTextVersion>> {
    await this.door.open(actor, params);
    const { groupId } = params;
    const update = await (query.upTo
      ? this.texts.upTo(groupId, query.upTo)
      : this.texts.since(groupId, 0).then((all) => all.update));
    const writers = await this.database.read.find(WorkspaceWriter, { where: { groupId }, order: { id: 'ASC' } });
    const people = await this.people.byIds(writers.map(({ accountId }) => accountId));
    return {
      update: update && Buffer.from(update).toString('base64'),
      writers: writers.map(({ client, accountId }) => ({ client, name: people.get(accountId)?.name ?? '' })),
    };
  }
}

/** A go is named by the number of its last change. */
const numberOf = (go: readonly { readonly number: number }[]) => go.at(-1)?.number ?? 0;
