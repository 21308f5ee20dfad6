import type { AnnouncementView, Audiences, InputOf, listAnnouncements, ReplyOf } from '@libretto/contracts';
import {
  type Actor,
  agree,
  behindGrounds,
  type BehindGround,
  briefsIn,
  cancelSending,
  changeIn,
  daysToFinish,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { pageOf, rowsInOrder } from '../../platform/database/in-order';
import { flagIn, rowsOf } from '../../platform/database/read-together';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { type GroupCard, GroupDirectory } from '../project-work';
import { Announcement } from './announcement.entity';
import { unopened } from './announcements-for-reader';
import { mayAnnounce } from './announcements.policy';
import { ReadableAnnouncements } from './readable-announcements';
import { WhomItReaches } from './whom-it-reaches';

const pageSize = 20;
const newestFirst = { columns: ['sendAt', 'id'], isDown: true } as const;
const onList = [
  ...(['id', 'editionId', 'title', 'audience', 'groupId', 'authorId'] as const),
  ...(['state', 'sendAt', 'recipients'] as const),
] as const;

const beside = { isUnread: unopened };
type Listed = Pick<Announcement, (typeof onList)[number]> & { isUnread: unknown };

@Injectable()
export class AnnouncementsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly groups: GroupDirectory,
    private readonly people: PeopleDirectory,
    private readonly readable: ReadableAnnouncements,
    private readonly reaching: WhomItReaches,
  ) {}

  async list(
    actor: Actor,
    { params: { editionId }, query: { after } }: InputOf<typeof listAnnouncements>,
  ): Promise<ReplyOf<typeof listAnnouncements>> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { where, values } = await this.readable.by(actor, edition);
    const { read } = this.database;
    const asked = { order: newestFirst, after, size: pageSize, columns: onList, beside };
    const [found, groups] = await Promise.all([
      this.database.rows(rowsInOrder(read, Announcement, [`WHERE ${where}`, values], asked)),
      this.groups.knownTo(actor, edition),
    ]);
    const { rows, next } = pageOf(found, newestFirst, pageSize);
    const people = await this.people.byIds(rows.flatMap(({ authorId }) => authorId ?? []));
    return {
      items: rows.map((row) => cardOf(row, groups, people.get(row.authorId ?? '')?.name)),
      next,
      zone: edition.timeZone,
      can: { write: mayAnnounce(actor, { editionId }) && agree(changeIn(edition.state)) },
    };
  }

  async one(actor: Actor, editionId: string, announcementId: string): Promise<AnnouncementView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { where, values } = await this.readable.by(actor, edition);
    const asked = { ...values, announcementId };
    const [[found], groups] = await Promise.all([
      this.database.rows(rowsOf(Announcement, `WHERE it.id = :announcementId AND ${where}`, asked, { beside })),
      this.groups.knownTo(actor, edition),
    ]);
    const row = orNotFound(found);
    const people = await this.people.byIds(row.authorId ? [row.authorId] : []);
    const writes = mayAnnounce(actor, { editionId }) && agree(changeIn(edition.state));
    return {
      ...cardOf(row, groups, people.get(row.authorId ?? '')?.name),
      text: row.text,
      zone: edition.timeZone,
      can: { cancel: writes && agree(cancelSending(row.state)) },
    };
  }

  /** Whom the next one could be for. */
  async audiences(actor: Actor, editionId: string): Promise<Audiences> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const [all, groups] = await Promise.all([this.enrolments.allOf(editionId), this.groups.knownTo(actor, edition)]);
    const behind = [...(await this.reaching.behind(edition, all)).values()];
    const counted = (ground: BehindGround) => behind.filter((grounds) => grounds.includes(ground)).length;
    const briefs = new Map(briefsIn(edition.definition.projectWork).map(({ id, title }) => [id, title]));
    return {
      all: all.length,
      behind: {
        people: behind.length,
        grounds: Object.fromEntries(behindGrounds.map((ground) => [ground, counted(ground)])) as Record<
          BehindGround,
          number
        >,
        days: daysToFinish,
      },
      groups: groups.map(({ id, name, briefId, accountIds }) => ({
        id,
        name,
        brief: { ...briefs.get(briefId) },
        people: accountIds.length,
      })),
      zone: edition.timeZone,
    };
  }
}

function cardOf(row: Listed, groups: readonly GroupCard[], by: string | undefined) {
  return {
    ...{ id: row.id, title: row.title, audience: row.audience, state: row.state, recipients: row.recipients },
    group: groups.find(({ id }) => id === row.groupId)?.name ?? null,
    by: by ?? null,
    at: row.sendAt.toISOString(),
    isUnread: flagIn(row.isUnread),
  };
}
