import type { EditionCard as CardView, InputOf, readEditions } from '@libretto/contracts';
import { type Actor, type EditionRole, takesApplications } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { pageInOrder } from '../../platform/database/in-order';
import { notFound } from '../../platform/refusals/refused';
import { Edition } from './edition.entity';
import { type EditionCard, EditionDirectory } from './edition-directory';
import { mayReadAnyEdition, maySetUpEdition } from './editions.policy';

const pageSize = 50;
const sortColumns = { from: 'startsOn', until: 'endsOn', state: 'state' } as const;

/** Editions as an actor sees them. */
@Injectable()
export class EditionPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: EditionDirectory,
  ) {}

  /** The editions that visitors see, by start date. */
  async open(slug?: string) {
    const editions = await this.database.read.find(Edition, {
      where: { state: 'open' },
      order: { startsOn: 'ASC', id: 'ASC' },
    });
    const cards = await this.directory.cards(editions);
    return {
      items: cards
        .filter(({ programme }) => slug === undefined || programme.slug === slug)
        .map((card) => this.view(card)),
    };
  }

  /** A page of the editions that concern the actor, by default the newest first. */
  async of(actor: Actor, { sort, after }: InputOf<typeof readEditions>['query']) {
    const query = this.database.read.createQueryBuilder(Edition, 'edition');
    if (!mayReadAnyEdition(actor, {})) query.andWhere({ id: In(actor.editions.map(({ editionId }) => editionId)) });
    const column = sortColumns[sort?.replace('-', '') as keyof typeof sortColumns];
    const order = { columns: [...(column ? [column] : []), 'id' as const], isDown: sort?.startsWith('-') ?? true };
    const { rows, next } = await pageInOrder(query, order, { after, size: pageSize });
    const cards = await this.directory.cards(rows);
    return {
      items: cards.map((card) => ({ ...this.view(card), roles: rolesIn(actor, card.id) })),
      next,
    };
  }

  async one(actor: Actor | null, id: string) {
    const card = await this.directory.byId(id);
    const takesPart = mayReadAnyEdition(actor, {}) || rolesIn(actor, id).length > 0;
    if (!card || (card.state === 'draft' && !takesPart)) throw notFound();
    const setUp = maySetUpEdition(actor, { editionId: id });
    return {
      ...this.view(card),
      capacity: card.capacity,
      definition: card.definition,
      can: {
        setUp,
        glance: setUp,
        apply: takesApplications(card, this.clock.now()) && rolesIn(actor, id).length === 0,
      },
    };
  }

  private view({ programme, definition, ...edition }: EditionCard): CardView {
    return {
      id: edition.id,
      name: edition.name,
      state: edition.state,
      startsOn: edition.startsOn,
      endsOn: edition.endsOn,
      applicationsCloseAt: edition.applicationsCloseAt.toISOString(),
      timeZone: edition.timeZone,
      takesApplications: takesApplications(edition, this.clock.now()),
      programme: { id: programme.id, slug: programme.slug, title: definition.title, version: programme.version },
    };
  }
}

const rolesIn = (actor: Actor | null, id: string): EditionRole[] =>
  (actor?.editions ?? []).filter(({ editionId }) => editionId === id).map(({ role }) => role);
