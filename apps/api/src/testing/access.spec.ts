import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@libretto/contracts';
import {
  type Actor,
  type EditionRole as EditionRoleName,
  editionRoles,
  organisationRoles,
  type Policy,
} from '@libretto/domain';
import { anAccount } from '../features/accounts/account/account.builder';
import { aBrief, aPeerFeedback } from '../features/programmes/programme.builder';
import { Account } from '../features/accounts/account/account.entity';
import { EditionRole, OrganisationRole } from '../features/accounts/roles/roles.entity';
import { anEdition } from '../features/editions/edition.builder';
import { ClosingLock } from '../features/editions/closing-lock.entity';
import { Edition } from '../features/editions/edition.entity';
import { newId } from '../platform/database/new-id';
import { entityNamed } from '../platform/database/addressed';
import { partsThatNameNothing } from '../platform/http/answers-for';
import { fieldsOf } from './all-read-routes';
import { oneOfEach } from './one-of-each';
import { routesOf } from './routes';
import { aPublishedProgramme, publishedAgain } from './fixtures';
import { type Caller, TestApp } from './test-app';

const page = join(__dirname, '../../../../docs/access.md');
const own = newId();
const other = newId();
const closed = newId();
const people = ['visitor', 'somebody', ...editionRoles, ...organisationRoles] as const;
type Person = (typeof people)[number];

/** `yes`: everywhere; `own`: in the own edition only; `no`: never. */
type Access = 'yes' | 'own' | 'no';

const isEditionRole = (person: Person): person is EditionRoleName =>
  (editionRoles as readonly string[]).includes(person);

function actorAs(person: Person): Actor | null {
  if (person === 'visitor') return null;
  const organisation = organisationRoles.filter((role) => role === person);
  return {
    accountId: newId(),
    organisation,
    editions: isEditionRole(person) ? [{ editionId: own, role: person }] : [],
  };
}

function accessBy(policy: Policy, person: Person): Access {
  const actor = actorAs(person);
  if (policy(actor, { editionId: other })) return 'yes';
  return policy(actor, { editionId: own }) ? 'own' : 'no';
}

function tableOf(routes: ReturnType<typeof routesOf>): string {
  const words = { yes: 'yes', own: 'own', no: '·' };
  const rows = [...routes].map(
    ([name, { policy }]) => `| \`${name}\` | ${people.map((who) => words[accessBy(policy, who)]).join(' | ')} |`,
  );
  return `# Who may call what

Every route of the API and who is let through its door: **yes** everywhere, **own** in the own edition only, **·** never.
Behind the door a command or a query may still refuse, for reasons that only the rows tell: whose application it is, who is
in conflict, what is released. \`GET /together\` asks other routes, each by its own policy. A test asks the running API all of this, in the own and in another edition, and holds this
page to the policies. After a change of policy, \`npm run access\` writes it anew: read the difference.

| route | ${people.join(' | ')} |
|---|${people.map(() => '---|').join('')}
${rows.join('\n')}
`;
}

/** The page is the expectation: it holds the reviewed permissions. */
function accessOnPage(): Map<string, Record<Person, Access>> {
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const [name, ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const access = cells.map((cell) => (cell === '·' ? 'no' : cell));
      return [
        name?.replaceAll('`', '') ?? '',
        Object.fromEntries(people.map((who, index) => [who, access[index]])),
      ] as [string, Record<Person, Access>];
    }),
  );
}

/** Whether the entity named by a part of an address belongs to one edition. */
function liesInEdition(part: string): boolean {
  const within = entityNamed(part)?.liesBy;
  return within === 'editionId' || (within !== undefined && liesInEdition(within));
}

describe('access', () => {
  let app: TestApp;
  let callers: Record<Person, () => Promise<Caller>>;
  /** The entities that an edition's addresses can name, one of each. */
  const rowsIn = new Map<string, Record<string, string>>();

  const partsOf = (route: Route): string[] => [...route.path.matchAll(/:(\w+)/g)].map(([, part]) => part as string);
  const placeIn = (editionId: string, route: Route): Record<string, string> =>
    Object.fromEntries(partsOf(route).map((part) => [part, rowsIn.get(editionId)?.[part] ?? '']));
  /** A missing row is asked for by a person who may call the route, and by one who may not. */
  const oneOfEachKind = (policy: Policy): Person[] =>
    [
      people.find((who) => who !== 'visitor' && accessBy(policy, who) !== 'no'),
      people.find((who) => who !== 'visitor' && accessBy(policy, who) === 'no'),
    ].filter((who) => who !== undefined);

  beforeAll(async () => {
    app = await TestApp.on(undefined);
    const accounts = await app.build(Account, ...people.map(() => anAccount()));
    for (const [index, person] of people.entries()) {
      const { id: accountId } = accounts[index] as Account;
      if (isEditionRole(person))
        for (const editionId of [own, closed])
          await app.build(EditionRole, { id: newId(), accountId, editionId, role: person });
      for (const role of organisationRoles)
        if (role === person) await app.build(OrganisationRole, { id: newId(), accountId, role });
    }
    callers = Object.fromEntries(
      people.map((person, index) => [
        person,
        async () => (person === 'visitor' ? app.visitor() : app.signedIn((accounts[index] as Account).id)),
      ]),
    ) as typeof callers;
    const { version } = await aPublishedProgramme(app, { projectWork: aBrief({ peerFeedback: aPeerFeedback() }) });
    await app.build(
      Edition,
      anEdition(version.id, { id: closed, state: 'closed' }),
      anEdition(version.id, { id: own }),
      anEdition(version.id, { id: other }),
    );
    await app.build(ClosingLock, { id: own }, { id: other });
    // There is a newer one, to which an edition could move.
    await publishedAgain(app, version);
    for (const editionId of [own, other, closed]) rowsIn.set(editionId, await oneOfEach(app, editionId));
    if (process.env['WRITE_ACCESS_PAGE']) writeFileSync(page, tableOf(routesOf(app)));
  });
  afterAll(() => app?.close());

  it('is described in docs/access.md as the policies have it', () => {
    expect(readFileSync(page, 'utf8')).toBe(tableOf(routesOf(app)));
  });

  it.each([
    ['the own', own],
    ['another', other],
  ])('is given and refused as docs/access.md says, in %s edition', async (_, editionId) => {
    const wrong: string[] = [];
    const expected = accessOnPage();
    for (const [name, { route }] of routesOf(app))
      for (const person of people) {
        const { status } = await (await callers[person]()).call(route, { params: placeIn(editionId, route) } as never);
        if (status >= 500) wrong.push(`${name} as ${person}: ${status}`);
        const access = expected.get(name)?.[person];
        const shouldPass = access === 'yes' || (access === 'own' && editionId === own);
        const passed = status !== 401 && status !== 403;
        if (passed !== shouldPass) wrong.push(`${name} as ${person}: ${status}, but the page says ${access}`);
      }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['that names nothing', () => newId()],
    ['that is malformed', () => 'no-such-id'],
    ['of another edition', (part: string) => rowsIn.get(other)?.[part] as string],
  ])(
    'by an id %s is refused as not found, whoever asks, whichever part of whichever route it is',
    async (kind, make) => {
      const wrong: string[] = [];
      for (const [name, { route, policy }] of routesOf(app))
        for (const part of partsOf(route)) {
          if (kind === 'of another edition' && (!route.path.includes(':editionId') || !liesInEdition(part))) continue;
          if (!part.endsWith('Id') && kind !== 'that names nothing') continue;
          if (part in partsThatNameNothing) continue;
          for (const person of oneOfEachKind(policy)) {
            const params = { ...placeIn(own, route), [part]: part === 'moduleNumber' ? '77' : make(part) };
            const { status, body } = await (await callers[person]()).call(route, { params } as never);
            if (status !== 404 || body.code !== 'common.not-found')
              wrong.push(`${name} with another ${part} as ${person}: ${status}`);
          }
        }
      expect(wrong).toEqual([]);
    },
  );

  it('to a list is refused where it is to go on after a key that is no place in it', async () => {
    const wrong: string[] = [];
    let lists = 0;
    for (const [name, { route, policy }] of routesOf(app)) {
      if (!('after' in fieldsOf(route.query))) continue;
      lists += 1;
      const person = people.find((who) => who !== 'visitor' && accessBy(policy, who) !== 'no') as Person;
      const sorts = [
        undefined,
        ...Object.values(fieldsOf(route.query)['sort']?._zod?.def.innerType?._zod?.def.entries ?? {}),
      ];
      for (const sort of sorts)
        for (const after of [
          'junk',
          newId(),
          `0.${newId()}`,
          `2026-11-20T09:00:00.000Z_${newId()}`,
          `${newId()} a name`,
        ]) {
          const { status, body } = await (
            await callers[person]()
          ).call(route, { params: placeIn(own, route), query: { after, sort } } as never);
          if (status !== 400 || body.code !== 'common.no-such-place')
            wrong.push(`${name} after ${after} by ${sort}: ${status}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(lists).toBeGreaterThan(10);
  });

  it('to change an edition ends when it is closed, whichever route it is', async () => {
    const open: string[] = [];
    for (const [name, { route, policy }] of routesOf(app)) {
      if (route.method === 'GET' || route.evenWhenClosed || !route.path.includes(':editionId')) continue;
      const person = people.find((who) => accessBy(policy, who) !== 'no') as Person;
      const { body } = await (await callers[person]()).call(route, { params: placeIn(closed, route) } as never);
      if (body.code !== 'editions.is-closed') open.push(`${name} as ${person}: ${body.code}`);
    }
    expect(open).toEqual([]);
  });
});
