import type { Route } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import * as z from 'zod/mini';
import type { ObjectLiteral } from 'typeorm';
import { Database } from '../database/database';
import { rowsOf } from '../database/read-together';
import { type AddressedEntity, addressedNames, entityNamed } from '../database/addressed';
import { ANSWERS_FOR, type AnswersForPart, partsThatNameNothing, type Place } from './answers-for';
import { HANDLED_ROUTE } from './handles';

/** The rows that were read ahead, by the parts of an address that name them; `undefined`: there is none. */
type RowsAhead = ReadonlyMap<string, ObjectLiteral | undefined>;

/** Checks whether the parts of an address exist. The process does not start when a part of a route has no check. */
@Injectable()
export class WhatIsAddressed implements OnApplicationBootstrap {
  private readonly answers = new Map<string, AnswersForPart>();

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap() {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const param: string | undefined = metatype ? Reflect.getMetadata(ANSWERS_FOR, metatype) : undefined;
      if (param) this.answers.set(param, instance);
    }
    const nameless = this.partsOfRoutes().filter(
      (part) => !entityNamed(part) && !this.answers.has(part) && !(part in partsThatNameNothing),
    );
    if (nameless.length)
      throw new Error(
        `Parts of addresses of which nobody says whether they name something (declare an entity @Addressed, or a provider @AnswersFor): ${[...new Set(nameless)].join(', ')}`,
      );
    const astray = [...addressedNames()].flatMap(([param, { liesBy }]) =>
      liesBy && !entityNamed(liesBy) ? [`${param} in ${liesBy}`] : [],
    );
    if (astray.length) throw new Error(`What rows lie in has no address itself: ${astray.join(', ')}`);
  }

  /**
   * The parts of an address with the ids of their parents; `null` if one of its rows does not exist, or belongs
   * elsewhere. An edition in which the actor has a role exists: it is not read again, nor is what was read ahead.
   */
  async placeOf(route: Route, params: unknown, actor: Actor | null, ahead?: RowsAhead | null): Promise<Place | null> {
    const parts = partsOf(route, params);
    if (!parts) return null;
    const isOwn = actor?.editions.some(({ editionId }) => editionId === parts['editionId']);
    return this.climbed(parts, isOwn ? ['editionId'] : [], ahead);
  }

  /**
   * The row of the innermost part of an address, and the rows in which it lies: read together with who asks, they take
   * no statement of their own.
   */
  async readAhead(route: Route, params: unknown): Promise<RowsAhead> {
    const parts = partsOf(route, params) ?? {};
    const [innermost] = fromInnermost(parts).filter(entityNamed);
    if (!innermost) return new Map();
    const id = parts[innermost];
    const asked: Promise<[string, ObjectLiteral | undefined]>[] = [];
    let named = ':id';
    for (let part = innermost; ;) {
      const { entity, liesBy } = entityNamed(part) as AddressedEntity;
      // The next turn has another part before this row has come.
      const asking = part;
      asked.push(this.row(asking, id, named).then((row) => [asking, row]));
      // The outermost row is named by the column of the one within it.
      if (!liesBy || !entityNamed(liesBy)?.liesBy) break;
      named = `SELECT ${liesBy} FROM ${this.tableOf(entity)} WHERE id IN (${named})`;
      part = liesBy;
    }
    return new Map(await Promise.all(asked));
  }

  private async row(part: string, id: string | undefined, named = ':id'): Promise<ObjectLiteral | undefined> {
    const { entity, liesBy } = entityNamed(part) as AddressedEntity;
    const columns = liesBy ? ['id', liesBy] : ['id'];
    const [row] = await this.database.rows(rowsOf(entity, `WHERE it.id IN (${named})`, { id }, { columns }));
    return row;
  }

  private tableOf(entity: AddressedEntity['entity']): string {
    const { connection } = this.database.read;
    return connection.driver.escape(connection.getMetadata(entity).tableName);
  }

  /** Whether somebody may be told that this place exists. */
  async isToldTo(actor: Actor, place: Place | null): Promise<boolean> {
    if (!place) return false;
    for (const part of Object.keys(place))
      if (!((await this.answers.get(part)?.isThere(place, actor)) ?? true)) return false;
    return true;
  }

  /** From the innermost part outwards: a row names its parent, so a part without a parent need not be read again. */
  private async climbed(parts: Place, known: readonly string[], ahead?: RowsAhead | null): Promise<Place | null> {
    const place: Record<string, string> = { ...parts };
    const isKnown = new Set(known);
    const toAsk = fromInnermost(parts);
    for (const part of toAsk) {
      const addressed = entityNamed(part);
      if (!addressed || (isKnown.has(part) && !addressed.liesBy)) continue;
      const { liesBy } = addressed;
      const row = ahead?.has(part) ? ahead.get(part) : await this.row(part, place[part]);
      if (!row) return null;
      if (!liesBy) continue;
      const within: string = row[liesBy];
      if (place[liesBy] === undefined) toAsk.push(liesBy);
      else if (place[liesBy] !== within) return null;
      place[liesBy] = within;
      isKnown.add(liesBy);
    }
    return place;
  }

  private partsOfRoutes(): string[] {
    return this.discovery.getControllers().flatMap(({ instance }) =>
      this.scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method) => {
        const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, instance[method]);
        return [...(route?.path.matchAll(/:(\w+)/g) ?? [])].map(([, part]) => part as string);
      }),
    );
  }
}

/** The parts of an address, if they are well formed. */
function partsOf(route: Route, params: unknown): Record<string, string> | null {
  if (!route.params) return {};
  const parsed = z.safeParse(route.params, params);
  return parsed.success ? (parsed.data as Record<string, string>) : null;
}

const fromInnermost = (parts: Place): string[] =>
  Object.keys(parts).sort((one, other) => depthOf(other) - depthOf(one));

/** The number of parents above a part. */
function depthOf(part: string): number {
  const liesBy = entityNamed(part)?.liesBy;
  return liesBy ? 1 + depthOf(liesBy) : 0;
}
