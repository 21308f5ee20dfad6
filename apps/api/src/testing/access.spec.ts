import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, type EditionRole as EditionRoleName, editionRoles, organisationRoles, type Policy } from '@libretto/domain';
import { anAccount } from '../features/accounts/account.builder';
import { Account } from '../features/accounts/account.entity';
import { Invitation } from '../features/accounts/invitation.entity';
import { EditionRole, OrganisationRole } from '../features/accounts/roles.entity';
import { Award } from '../features/credentials/award.entity';
import { anAwardSnapshot } from '../features/credentials/award-snapshot.builder';
import { Credential } from '../features/credentials/credential.entity';
import { anEdition } from '../features/editions/edition.builder';
import { Edition } from '../features/editions/edition.entity';
import { newId } from '../platform/database/new-id';
import { routesOf } from './routes';
import { aParticipant, aPublishedProgramme } from './stage';
import { type Caller, World } from './world';

const page = join(__dirname, '../../../../docs/access.md');
const own = newId();
const other = newId();
const closed = newId();
const people = ['visitor', 'somebody', ...editionRoles, ...organisationRoles] as const;
type Person = (typeof people)[number];

/** `yes`: wherever; `own`: in the own edition only; `no`: never. */
type Access = 'yes' | 'own' | 'no';

const isEditionRole = (person: Person): person is EditionRoleName => (editionRoles as readonly string[]).includes(person);

function actorAs(person: Person): Actor | null {
  if (person === 'visitor') return null;
  const organisation = organisationRoles.filter((role) => role === person);
  return { accountId: newId(), organisation, editions: isEditionRole(person) ? [{ editionId: own, role: person }] : [] };
}

function accessBy(policy: Policy, person: Person): Access {
  const actor = actorAs(person);
  if (policy(actor, { editionId: other })) return 'yes';
  return policy(actor, { editionId: own }) ? 'own' : 'no';
}

function tableOf(routes: ReturnType<typeof routesOf>): string {
  const words = { yes: 'yes', own: 'own', no: '·' };
  const rows = [...routes].map(([name, { policy }]) => `| \`${name}\` | ${people.map((who) => words[accessBy(policy, who)]).join(' | ')} |`);
  return `# Who may call what

Every route of the API and who is let through its door: **yes** everywhere, **own** in the own edition only, **·** never.
Behind the door a command or a query may still refuse, for reasons that only the rows tell: whose application it is, who is
in conflict, what is released. A test asks the running API all of this, in the own and in another edition, and holds this
page to the policies. After a change of policy, \`npm run access\` writes it anew: read the difference.

| route | ${people.join(' | ')} |
|---|${people.map(() => '---|').join('')}
${rows.join('\n')}
`;
}

/** The page is the expectation: what it says is what was reviewed. */
function accessOnPage(): Map<string, Record<Person, Access>> {
  const rows = readFileSync(page, 'utf8').split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const [name, ...cells] = row.split('|').slice(1, -1).map((cell) => cell.trim());
      const access = cells.map((cell) => (cell === '·' ? 'no' : cell));
      return [name?.replaceAll('`', '') ?? '', Object.fromEntries(people.map((who, index) => [who, access[index]]))] as [string, Record<Person, Access>];
    }),
  );
}

/** A row that stands for a credential: nothing is read of it. */
async function aCredential(world: World, enrolmentId: string): Promise<string> {
  const awardId = newId();
  await world.build(Award, { id: awardId, enrolmentId, publicId: awardId.slice(0, 26), snapshot: anAwardSnapshot().build() as never, awardedAt: new Date() });
  const [{ id }] = (await world.build(Credential, {
    ...{ id: newId(), awardId, number: 1, state: 'valid', validFor: null, correction: null, statusList: 1, statusIndex: 1, signed: {} },
    ...{ issuedAt: new Date(), endedAt: null, endedBy: null, reason: null, documentId: null },
  } as Credential)) as [Credential];
  return id;
}

describe('access', () => {
  let world: World;
  let callers: Record<Person, () => Promise<Caller>>;
  /** What an address must name for its door to speak of roles. */
  let there: Record<string, string>;

  beforeAll(async () => {
    world = await World.on(undefined);
    const accounts = await world.build(Account, ...people.map(() => anAccount()));
    for (const [index, person] of people.entries()) {
      const { id: accountId } = accounts[index] as Account;
      if (isEditionRole(person))
        for (const editionId of [own, closed]) await world.build(EditionRole, { id: newId(), accountId, editionId, role: person });
      for (const role of organisationRoles)
        if (role === person) await world.build(OrganisationRole, { id: newId(), accountId, role });
    }
    callers = Object.fromEntries(
      people.map((person, index) => [
        person,
        async () => (person === 'visitor' ? world.visitor() : world.signedIn((accounts[index] as Account).id)),
      ]),
    ) as typeof callers;
    const { version } = await aPublishedProgramme(world);
    await world.build(Edition, anEdition(version.id, { id: closed, state: 'closed' }), anEdition(version.id, { id: own }), anEdition(version.id, { id: other }));
    const { enrolment, institution } = await aParticipant(world, own);
    const [invitation] = await world.build(Invitation, {
      ...{ id: newId(), email: 'asked@access.example', role: 'tutor', editionId: own, byId: null, outcome: null, endedAt: null, openKey: null },
      ...{ invitedAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) },
    });
    there = {
      ...{ language: 'en', form: 'pdf', moduleNumber: '1', number: '1', role: 'tutor', enrolmentId: enrolment.id, institutionId: institution.id },
      ...{ invitationId: (invitation as Invitation).id, credentialId: await aCredential(world, enrolment.id) },
    };
    if (process.env['WRITE_ACCESS_PAGE']) writeFileSync(page, tableOf(routesOf(world)));
  });
  afterAll(() => world?.close());

  it('is described in docs/access.md as the policies have it', () => {
    expect(readFileSync(page, 'utf8')).toBe(tableOf(routesOf(world)));
  });

  it.each([
    ['the own', own],
    ['another', other],
  ])('is given and refused as docs/access.md says, in %s edition', async (_, editionId) => {
    const wrong: string[] = [];
    const expected = accessOnPage();
    for (const [name, { route }] of routesOf(world))
      for (const person of people) {
        const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, param]) => [param, newId()]));
        const caller = await callers[person]();
        const { status } = await caller.call(route, { params: { ...params, ...there, editionId } } as never);
        const access = expected.get(name)?.[person];
        const shouldPass = access === 'yes' || (access === 'own' && editionId === own);
        const passed = status !== 401 && status !== 403;
        if (passed !== shouldPass) wrong.push(`${name} as ${person}: ${status}, but the page says ${access}`);
      }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['an unknown id', () => newId()],
    ['a malformed one', () => 'no-such-id'],
  ])('to %s is refused as not found, whoever asks and whatever the route', async (_, make) => {
    const wrong: string[] = [];
    for (const [name, { route }] of routesOf(world)) {
      const ids = [...route.path.matchAll(/:(\w+Id)\b/g)].map(([, param]) => param);
      if (!ids.length) continue;
      const others = [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => [param, there[param as string] ?? '1']);
      for (const person of people) {
        if (person === 'visitor') continue;
        const params = Object.fromEntries([...others, ...ids.map((param) => [param, make()])]);
        const { status } = await (await callers[person]()).call(route, { params } as never);
        // What is sent to it is looked at first where it is read first.
        const isFine = status === 404 || (status === 422 && route.method !== 'GET');
        if (!isFine) wrong.push(`${name} as ${person}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('to change an edition ends when it is closed, whichever route it is', async () => {
    const open: string[] = [];
    for (const [name, { route, policy }] of routesOf(world)) {
      if (route.method === 'GET' || route.evenWhenClosed || !route.path.includes(':editionId')) continue;
      const person = people.find((who) => accessBy(policy, who) !== 'no') as Person;
      const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, param]) => [param, newId()]));
      const caller = await callers[person]();
      const { body } = await caller.call(route, { params: { ...params, editionId: closed } } as never);
      if (body.code !== 'editions.is-closed') open.push(`${name} as ${person}: ${body.code}`);
    }
    expect(open).toEqual([]);
  });
});
