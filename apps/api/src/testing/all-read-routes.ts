import type { Route } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { entityNamed } from '../platform/database/addressed';
import { newId } from '../platform/database/new-id';
import { routesOf } from './routes';
import type { TestApp } from './test-app';

/** The ids of rows by entity. */
export type Ids = Map<string, string[]>;

/** The ids of all rows, in the order of insertion. SQLite keeps it, but for tables that are to have none. */
export async function idsOf(app: TestApp): Promise<Ids> {
  const ids: Ids = new Map();
  const orderless: { name: string }[] = await app.database.read.query(
    'SELECT name FROM pragma_table_list WHERE wr = 1',
  );
  for (const { name, tableName, primaryColumns } of app.database.read.connection.entityMetadatas) {
    if (primaryColumns[0]?.databaseName !== 'id') continue;
    const order = orderless.some(({ name }) => name === tableName) ? 'id' : 'rowid';
    const rows: { id: string }[] = await app.database.read.query(`SELECT id FROM "${tableName}" ORDER BY ${order}`);
    ids.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  return ids;
}

/** These ids, with those of the rows that a piece of work adds. */
export async function withWhatComes(app: TestApp, ids: Ids, work: () => Promise<unknown>): Promise<Ids> {
  const before = await idsOf(app);
  await work();
  const after = await idsOf(app);
  return new Map(
    [...after].map(([name, all]) => [
      name,
      [...(ids.get(name) ?? []), ...all.filter((id) => !before.get(name)?.includes(id))],
    ]),
  );
}

/** Gives substitutes for ids, with nothing behind them: always the same one for the same id. */
export function standIns(): (ids: Ids) => Ids {
  const known = new Map<string, string>();
  const standIn = (id: string) => {
    if (!known.has(id)) known.set(id, newId());
    return known.get(id) as string;
  };
  return (ids) => new Map([...ids].map(([name, all]) => [name, all.map(standIn)]));
}

interface Reader {
  actor: Actor;
  editionId: string;
  /** Rows from the beginning. */
  known: Ids;
  /** Rows of which this reader must not learn, and texts by which they might be searched for. */
  hidden: Ids;
  words: readonly string[];
  /** Earlier responses. They are reused while nothing changes in an application. */
  answered: Map<string, string>;
}

/**
 * Everything that one person can read: each GET route that lets them in, with every id of the kind that its address
 * names, known or hidden, and every text typed into each search of the first and the last of these addresses. Ids are
 * numbered in the order in which they turn up, so that two products can be compared.
 */
export async function allReadRoutes(app: TestApp, reader: Reader): Promise<string[]> {
  const caller = await app.signedIn(reader.actor.accountId);
  const told = new Map<string, string>();
  const tell = (text: string) =>
    // Each product has keys of its own, and what it signs and seals with them differs.
    text
      .replace(/"(proofValue|keptKey|checkpoint|verifierKey)": ?"(?:[^"\\]|\\.)*"/g, '"$1":""')
      .replace(/\beyJ[\w-]+\.([\w-]+)\.[\w-]+/g, '$1')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        if (!told.has(id)) told.set(id, `#${told.size + 1}`);
        return told.get(id) as string;
      });
  const read: string[] = [];
  for (const [name, { route, policy }] of routesOf(app)) {
    // The mailbox of a demo shows everybody's mail to everybody; a production has none.
    if (
      route.method !== 'GET' ||
      route.path.startsWith('/demo') ||
      !policy(reader.actor, { editionId: reader.editionId })
    )
      continue;
    for (const input of inputsOf(route, reader)) {
      const question = `${name} ${JSON.stringify(input)}`;
      const before = reader.answered.get(question);
      if (before) {
        read.push(tell(before));
        continue;
      }
      const { status, body, headers } = await caller.call(route, input as never);
      const of = { 'content-length': '', 'server-timing': '', 'x-request-id': '', date: '' };
      // It is made of the body, which has other ids in each world; the body itself is compared.
      const shown = { ...headers, ...of, etag: headers['etag'] && '' };
      for (const key of Object.keys(shown)) if (key.startsWith('x-ratelimit')) delete shown[key as keyof typeof shown];
      const shownBody = typeof body === 'string' ? body : JSON.stringify(body, null, 1);
      const answer = `${question}\n${status} ${JSON.stringify(shown)}\n${shownBody}`;
      reader.answered.set(question, answer);
      read.push(tell(answer));
    }
  }
  return read;
}

function inputsOf(route: Route, reader: Reader) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const all = names.reduce<Record<string, string>[]>(
    (some, name) =>
      some.flatMap((params) =>
        (choicesOf(route.params, name) ?? valuesOf(name, reader)).map((value) => ({ ...params, [name]: value })),
      ),
    [{}],
  );
  const asked = [...(reader.hidden.get('Application') ?? []), ...reader.words];
  // A query with a list of values takes no others.
  const open = Object.entries(fieldsOf(route.query)).filter(([, field]) => !choicesIn(field));
  const typed = open.flatMap(([key]) => asked.map((value) => ({ [key]: value })));
  return all.flatMap((params, at) => [
    { params },
    ...(at === 0 || at === all.length - 1 ? typed.map((query) => ({ params, query })) : []),
  ]);
}

interface Shaped {
  _zod?: { def: { shape?: Record<string, Shaped>; entries?: Record<string, string>; innerType?: Shaped } };
}

/** The fields of a route’s params or query. */
export const fieldsOf = (shape: unknown): Record<string, Shaped> =>
  (shape as Shaped | undefined)?._zod?.def.shape ?? {};

/** The values of a param that is one of a few words. */
const choicesOf = (shape: unknown, name: string): string[] | undefined => {
  const entries = fieldsOf(shape)[name]?._zod?.def.entries;
  return entries && Object.values(entries);
};

const choicesIn = (field: Shaped | undefined): boolean =>
  Boolean(field?._zod?.def.entries) ||
  (field?._zod?.def.innerType !== undefined && choicesIn(field._zod.def.innerType));

/** A param that names no entity gets a number, a language, and the first of the hidden applications. */
function valuesOf(name: string, { editionId, known, hidden }: Reader): string[] {
  if (name === 'editionId') return [editionId];
  const addressed = entityNamed(name)?.entity;
  const entity =
    typeof addressed === 'function'
      ? addressed.name
      : [...known.keys()].find((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}Id` === name);
  if (entity) return [...(known.get(entity) ?? []), ...(hidden.get(entity) ?? [])];
  return ['1', 'en', ...(hidden.get('Application') ?? []).slice(0, 1)];
}
