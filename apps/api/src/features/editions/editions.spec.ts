import {
  assignRole,
  changeEdition,
  closeEdition,
  openEdition,
  planEdition,
  readEdition,
  readEditions,
  readOpenEditions,
  readSetUp,
  removeRole,
} from '@libretto/contracts';
import { type AssignedRole, editionRoles } from '@libretto/domain';
import { newId } from '../../platform/database/new-id';
import { aCoordinator, anEditionOf, aPerson, aPublishedProgramme, publishedAgain } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { RoleRegister } from '../accounts';
import { anEdition } from './edition.builder';
import { Edition } from './edition.entity';

const plan = {
  name: 'Spring 2027',
  startsOn: '2027-03-01',
  endsOn: '2027-03-31',
  applicationsCloseAt: '2027-02-10T22:59:00.000Z',
  timeZone: 'Europe/Rome',
  capacity: 25,
};

/** An edition with a whole commission and a tutor. */
async function aPreparedEdition(app: TestApp, values: Partial<Edition> = {}) {
  const edition = await anEditionOf(app, {}, values);
  const { id: editionId } = edition;
  const roles = ['chair', 'deputy', 'member', 'tutor'] as const;
  const people = await Promise.all(roles.map((role) => aPerson(app, { editions: [{ editionId, role }] })));
  return {
    edition,
    people: Object.fromEntries(roles.map((role, at) => [role, people[at]?.account.id])) as Record<AssignedRole, string>,
  };
}

const draft = {
  state: 'draft',
  startsOn: '2027-03-01',
  endsOn: '2027-03-31',
  applicationsCloseAt: new Date('2027-02-10T22:59:00Z'),
} as const;

describeOnEachDatabase('editions', (app) => {
  it('are planned from the newest version and keep it', async () => {
    const coordinator = await aCoordinator(app());
    const { programme, version } = await aPublishedProgramme(app());

    const { status, body } = await coordinator.call(planEdition, { body: { programmeId: programme.id, ...plan } });
    await publishedAgain(app(), version);

    expect(status).toBe(201);
    expect(await app().rows(Edition, { id: body.id })).toMatchObject([
      { state: 'draft', programmeVersionId: version.id },
    ]);
    expect((await coordinator.call(readEdition, { params: { editionId: body.id } })).body).toMatchObject({
      ...plan,
      programme: { slug: programme.slug, version: 1 },
      can: { setUp: true, glance: true, apply: false },
    });
  });

  it.each([
    [{ endsOn: '2027-02-28' }, 409, 'editions.ends-before-it-starts'],
    [{ applicationsCloseAt: '2027-03-01T00:00:00Z' }, 409, 'editions.closes-after-start'],
    [{ capacity: 0 }, 422, 'common.bad-input'],
    [{ timeZone: 'Mars/Olympus' }, 422, 'common.bad-input'],
    [{ name: ' ' }, 422, 'common.bad-input'],
    [{ startsOn: '2027-02-30' }, 422, 'common.bad-input'],
  ])('are not planned with %j', async (fault, status, code) => {
    const coordinator = await aCoordinator(app());
    const { programme, version } = await aPublishedProgramme(app());
    const answer = await coordinator.call(planEdition, { body: { programmeId: programme.id, ...plan, ...fault } });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await app().rows(Edition, { programmeVersionId: version.id })).toEqual([]);
  });

  it('open once they have their people, and then show to visitors', async () => {
    const coordinator = await aCoordinator(app());
    const { edition } = await aPreparedEdition(app(), draft);
    const params = { editionId: edition.id };
    expect((await app().visitor().call(readEdition, { params })).status).toBe(404);
    expect((await coordinator.call(readSetUp, { params })).body).toMatchObject({ needs: [], can: { open: true } });

    expect((await coordinator.call(openEdition, { params })).status).toBe(204);
    expect(await coordinator.call(openEdition, { params })).toMatchObject({
      status: 409,
      body: { code: 'editions.no-such-step' },
    });
    expect((await app().visitor().call(readEdition, { params })).body).toMatchObject({
      state: 'open',
      takesApplications: true,
      can: { apply: true, setUp: false },
    });
  });

  it('do not open without their people, nor after their deadline', async () => {
    const coordinator = await aCoordinator(app());
    const bare = await anEditionOf(app(), {}, draft);
    const { edition: late } = await aPreparedEdition(app(), {
      ...draft,
      applicationsCloseAt: new Date('2026-11-23T08:59:00Z'),
    });
    expect(await coordinator.call(openEdition, { params: { editionId: bare.id } })).toMatchObject({
      status: 409,
      body: { code: 'editions.not-ready', numbers: { needs: 'chair, deputy, commission, tutor' } },
    });
    expect(await coordinator.call(openEdition, { params: { editionId: late.id } })).toMatchObject({
      status: 409,
      body: { code: 'editions.deadline-is-past' },
    });
    expect(await app().rows(Edition, { id: bare.id })).toMatchObject([{ state: 'draft' }]);
  });

  it('do not open in fewer days than their hours take, nor lose them once open', async () => {
    const coordinator = await aCoordinator(app());
    const { edition } = await aPreparedEdition(app(), { ...draft, endsOn: draft.startsOn });
    const params = { editionId: edition.id };
    expect((await coordinator.call(readSetUp, { params })).body).toMatchObject({
      needs: ['days'],
      can: { open: false },
    });
    expect((await coordinator.call(openEdition, { params })).body).toMatchObject({
      code: 'editions.not-ready',
      numbers: { needs: 'days' },
    });
    const lasting = (endsOn: string) => coordinator.call(changeEdition, { params, body: { ...plan, endsOn } });
    expect((await lasting('2027-03-31')).status).toBe(204);
    expect((await coordinator.call(openEdition, { params })).status).toBe(204);
    expect((await lasting(plan.startsOn)).body).toMatchObject({
      code: 'editions.too-few-days',
      numbers: { hours: 25, least: 3 },
    });
    expect(await app().rows(Edition, { id: edition.id })).toMatchObject([{ state: 'open', endsOn: '2027-03-31' }]);
  });

  it('change until they are closed, and give no place back once open', async () => {
    const coordinator = await aCoordinator(app());
    const open = await anEditionOf(app());
    const closed = await anEditionOf(app(), {}, { state: 'closed' });
    const change = (editionId: string, values: object) =>
      coordinator.call(changeEdition, { params: { editionId }, body: { ...plan, ...values } });

    expect((await change(open.id, { capacity: 30, name: '<b>Spring</b>' })).status).toBe(204);
    expect(await app().rows(Edition, { id: open.id })).toMatchObject([
      { capacity: 30, name: '<b>Spring</b>', startsOn: '2027-03-01' },
    ]);
    expect(await change(open.id, { capacity: 29 })).toMatchObject({
      status: 409,
      body: { code: 'editions.capacity-only-grows' },
    });
    expect(await change(closed.id, {})).toMatchObject({ status: 409, body: { code: 'editions.is-closed' } });
  });

  it('close after their last day', async () => {
    const coordinator = await aCoordinator(app());
    const over = await anEditionOf(app(), {}, { endsOn: '2026-11-22' });
    const running = await anEditionOf(app(), {}, { endsOn: '2026-11-23' });
    expect((await coordinator.call(closeEdition, { params: { editionId: over.id } })).status).toBe(204);
    expect(await coordinator.call(closeEdition, { params: { editionId: running.id } })).toMatchObject({
      status: 409,
      body: { code: 'editions.not-over' },
    });
  });

  it('have one chair, whoever is assigned at the same time', async () => {
    const coordinator = await aCoordinator(app());
    const { edition } = await aPreparedEdition(app());
    const candidates = await Promise.all([1, 2, 3, 4].map(() => aPerson(app())));
    const answers = await Promise.all(
      candidates.map(({ account }) =>
        coordinator.call(assignRole, {
          params: { editionId: edition.id },
          body: { accountId: account.id, role: 'chair' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await app().get(RoleRegister).holders(edition.id, ['chair'])).toHaveLength(1);
  });

  it('refuse participants and a chair who is the deputy', async () => {
    const coordinator = await aCoordinator(app());
    const { edition, people } = await aPreparedEdition(app());
    const { account } = await aPerson(app(), { editions: [{ editionId: edition.id, role: 'participant' }] });
    const assign = (accountId: string, role: AssignedRole) =>
      coordinator.call(assignRole, { params: { editionId: edition.id }, body: { accountId, role } });
    expect((await assign(account.id, 'tutor')).body.code).toBe('editions.takes-part');
    expect((await assign(people.chair, 'deputy')).body.code).toBe('editions.own-deputy');
    expect((await assign(newId(), 'tutor')).status).toBe(404);
  });

  it('keep the people they need once open', async () => {
    const coordinator = await aCoordinator(app());
    const { edition, people } = await aPreparedEdition(app());
    const remove = (accountId: string, role: AssignedRole) =>
      coordinator.call(removeRole, { params: { editionId: edition.id, accountId, role } });
    expect((await remove(people.tutor, 'tutor')).body).toMatchObject({
      code: 'editions.still-needed',
      numbers: { need: 'tutor' },
    });
    const { account } = await aPerson(app(), { editions: [{ editionId: edition.id, role: 'tutor' }] });
    expect((await remove(people.tutor, 'tutor')).status).toBe(204);
    expect(await app().get(RoleRegister).holders(edition.id, ['tutor'])).toEqual([
      { accountId: account.id, role: 'tutor' },
    ]);
    expect((await remove(people.tutor, 'tutor')).status).toBe(404);
  });

  it('are listed to whom they concern', async () => {
    const coordinator = await aCoordinator(app());
    const own = await anEditionOf(app(), {}, draft);
    const other = await anEditionOf(app());
    const { caller } = await aPerson(app(), { editions: [{ editionId: own.id, role: 'tutor' }] });
    expect((await caller.call(readEditions)).body).toMatchObject({
      items: [{ id: own.id, roles: ['tutor'] }],
      next: null,
    });
    const all = (await coordinator.call(readEditions)).body.items.map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([own.id, other.id]));
    const open = (await app().visitor().call(readOpenEditions)).body.items.map(({ id }) => id);
    expect(open).toContain(other.id);
    expect(open).not.toContain(own.id);
  });

  it('are listed in pages, in whichever order, for a fixed number of statements', async () => {
    const { version } = await aPublishedProgramme(app());
    const states = ['draft', 'open', 'closed'] as const;
    const editions = Array.from({ length: 51 }, (_, count) =>
      anEdition(version.id, {
        startsOn: `2027-01-1${count % 7}`,
        endsOn: `2027-03-1${count % 5}`,
        state: states[count % 3] ?? 'open',
      }),
    );
    await app().build(Edition, ...editions);
    const { caller } = await aPerson(app(), {
      editions: editions.map(({ id }) => ({ editionId: id, role: 'tutor' })),
    });
    await caller.call(readEditions);

    const ordered = (key: (one: Edition) => string) =>
      editions.toSorted((a, b) => (`${key(a)} ${a.id}` < `${key(b)} ${b.id}` ? -1 : 1)).map(({ id }) => id);
    const few = (await caller.call(readEditions)).statements;
    for (const [sort, expected] of [
      [undefined, ordered(() => '').toReversed()],
      ['from', ordered(({ startsOn }) => startsOn)],
      ['-until', ordered(({ endsOn }) => endsOn).toReversed()],
      ['state', ordered(({ state }) => state)],
    ] as const) {
      const first = await caller.call(readEditions, { query: { sort } });
      const second = await caller.call(readEditions, { query: { sort, after: first.body.next as string } });
      expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(expected);
      expect([first.body.items.length, second.body.next, first.statements, second.statements]).toEqual([
        50,
        null,
        few,
        few,
      ]);
    }
  });

  it('are set up by coordinators only', async () => {
    const { edition, people } = await aPreparedEdition(app(), draft);
    const params = { editionId: edition.id };
    const chair = await app().signedIn(people.chair);
    const { programme } = await aPublishedProgramme(app());
    for (const caller of [chair, app().visitor()]) {
      const answers = await Promise.all([
        caller.call(planEdition, { body: { programmeId: programme.id, ...plan } }),
        caller.call(changeEdition, { params, body: plan }),
        caller.call(openEdition, { params }),
        caller.call(closeEdition, { params }),
        caller.call(readSetUp, { params }),
        caller.call(assignRole, { params, body: { accountId: people.chair, role: 'tutor' } }),
        caller.call(removeRole, { params: { ...params, accountId: people.tutor, role: 'tutor' } }),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([caller === chair ? 403 : 401]));
    }
    expect(await app().get(RoleRegister).holders(edition.id, editionRoles)).toHaveLength(4);
  });
});
