import {
  type ApplicationsFilter,
  type InputOf,
  placeStandings,
  readApplications,
  readReports,
  whatBecame,
} from '@libretto/contracts';
import { applicationStates, milestones } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { aColleague, anApplicant, anEditionOf, aPerson, aRulingOn, manyApplicants } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { anOffer } from '../../places/places.builder';
import type { Application } from '../dossier/application.entity';
import type { Ruling } from '../dossier/ruling.entity';

/** An edition with an application of every kind, and a coordinator who watches it. */
async function aStage(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const { caller: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const apply = (country: string, application: Partial<Application> = {}, name = 'Ana') =>
    anApplicant(app, editionId, { country, application, account: { givenName: name, familyName: 'Šimić' } });
  const rule = (applicationId: string, values: Partial<Ruling>) => aRulingOn(app, applicationId, values);

  const draft = await apply('HR', {
    state: 'draft',
    submittedAt: null,
    institutionId: null,
    country: null,
    startedAt: new Date('2026-10-04T23:30:00Z'),
  });
  const submitted = await apply('HR');
  const admitted = await apply('HR', { state: 'ruled' }, 'Željka');
  await rule(admitted.application.id, {});
  await app.build('Offer', anOffer(admitted.whose, { state: 'accepted' }));
  const rejected = await apply('IT', { state: 'ruled' });
  await rule(rejected.application.id, { outcome: 'rejected', decision: 'rejected', placeUntil: null });
  // Rejected first; the appeal led to a place.
  const appealed = await apply('IT', { state: 'ruled' });
  await rule(appealed.application.id, { outcome: 'rejected', decision: 'rejected', placeUntil: null });
  await rule(appealed.application.id, { number: 2, at: new Date('2026-11-10T10:00:00Z') });
  const withdrawn = await apply('PT', { state: 'withdrawn' });
  return { editionId, coordinator, draft, submitted, admitted, rejected, appealed, withdrawn };
}

const reportsOf = async (caller: Caller, editionId: string, by: 'day' | 'week' = 'day') =>
  (await caller.call(readReports, { params: { editionId }, query: { by } })).body;

const inOrder = (one: string | number, other: string | number, isDown: boolean) => {
  const [a, b] = isDown ? [other, one] : [one, other];
  return typeof a === 'string' ? a.localeCompare(String(b)) <= 0 : a <= Number(b);
};
const listOf = (caller: Caller, editionId: string, query: InputOf<typeof readApplications>['query'] = {}) =>
  caller.call(readApplications, { params: { editionId }, query });

const idsOf = async (caller: Caller, editionId: string, filter: ApplicationsFilter) =>
  (await listOf(caller, editionId, filter)).body.items.map(({ applicationId }) => applicationId);

describeOnEachDatabase('the reports of an edition', (app) => {
  it('count what stands where, what became of it, from where, and when', async () => {
    const { editionId, coordinator, admitted } = await aStage(app());
    const reports = await reportsOf(coordinator, editionId);
    expect(reports.states).toEqual([
      { state: 'draft', applications: 1 },
      { state: 'submitted', applications: 1 },
      { state: 'ruled', applications: 3 },
      { state: 'withdrawn', applications: 1 },
    ]);
    expect(reports.outcomes).toEqual({
      undecided: 1,
      admitted: 2,
      'admitted-by-exception': 0,
      'waiting-list': 0,
      rejected: 1,
      withdrawn: 1,
    });
    expect(reports.countries.map(({ country, applications }) => [country, applications])).toEqual([
      ['HR', 2],
      ['IT', 2],
      ['PT', 1],
    ]);
    expect(reports.countries[1]?.outcomes).toMatchObject({ admitted: 1, rejected: 1 });
    expect(reports.institutions).toHaveLength(5);
    expect(reports.institutions.find(({ institutionId }) => institutionId === admitted.institution.id)).toMatchObject({
      applications: 1,
      country: 'HR',
    });
    expect(reports.overTime).toEqual([
      {
        from: '2026-10-05',
        until: '2026-10-05',
        reached: { started: 6, submitted: 0, ruled: 0 },
        inAll: { started: 6, submitted: 0, ruled: 0 },
      },
      {
        from: '2026-10-09',
        until: '2026-10-09',
        reached: { started: 0, submitted: 5, ruled: 0 },
        inAll: { started: 6, submitted: 5, ruled: 0 },
      },
      {
        from: '2026-10-19',
        until: '2026-10-19',
        reached: { started: 0, submitted: 0, ruled: 3 },
        inAll: { started: 6, submitted: 5, ruled: 3 },
      },
    ]);
    expect((await reportsOf(coordinator, editionId, 'week')).overTime).toHaveLength(2);
  });

  it('open down to the applications behind every figure', async () => {
    const { editionId, coordinator } = await aStage(app());
    const { states, outcomes, countries, institutions, overTime } = await reportsOf(coordinator, editionId);
    const figures: [ApplicationsFilter, number][] = [
      ...states.map(({ state, applications }): [ApplicationsFilter, number] => [{ state }, applications]),
      ...whatBecame.map((outcome): [ApplicationsFilter, number] => [{ outcome }, outcomes[outcome]]),
      ...countries.flatMap(({ country, ...row }) =>
        whatBecame.map((outcome): [ApplicationsFilter, number] => [{ country, outcome }, row.outcomes[outcome]]),
      ),
      ...institutions.map(({ institutionId, applications }): [ApplicationsFilter, number] => [
        { institutionId },
        applications,
      ]),
      ...overTime.flatMap(({ from, until, reached }) =>
        milestones.map((milestone): [ApplicationsFilter, number] => [{ milestone, from, until }, reached[milestone]]),
      ),
    ];
    for (const [filter, applications] of figures) {
      const { body } = await listOf(coordinator, editionId, filter);
      expect([filter, body.applications, body.items.length]).toEqual([filter, applications, applications]);
    }
  });

  it('list each application with its last ruling and its place, and no word of the commission', async () => {
    const { editionId, coordinator, admitted, appealed, draft } = await aStage(app());
    const { items, countries, institutions } = (await listOf(coordinator, editionId)).body;
    expect(items).toHaveLength(6);
    expect(countries).toEqual(['HR', 'IT', 'PT']);
    expect(institutions).toHaveLength(5);
    const rowOf = (id: string) => items.find(({ applicationId }) => applicationId === id);
    expect(rowOf(admitted.application.id)).toEqual({
      applicationId: admitted.application.id,
      name: 'Željka Šimić',
      institution: admitted.institution.name,
      country: 'HR',
      state: 'ruled',
      startedAt: '2026-10-05T08:00:00.000Z',
      submittedAt: '2026-10-09T13:20:00.000Z',
      ruling: { outcome: 'admitted', at: '2026-10-19T10:00:00.000Z' },
      place: 'accepted',
    });
    expect(rowOf(appealed.application.id)).toMatchObject({
      ruling: { outcome: 'admitted', at: '2026-11-10T10:00:00.000Z' },
      place: null,
    });
    expect(rowOf(draft.application.id)).toMatchObject({
      submittedAt: null,
      ruling: null,
      institution: '',
      country: '',
    });
  });

  it('are searched by name whatever the accents, and paged', async () => {
    const { editionId, coordinator, admitted } = await aStage(app());
    expect(await idsOf(coordinator, editionId, { name: 'zeljka sim' })).toEqual([admitted.application.id]);
    expect(await idsOf(coordinator, editionId, { name: '%' })).toEqual([]);
    for (const sort of ['name', '-institution', 'state', '-submitted', 'decided', 'place'] as const) {
      const { items } = (await listOf(coordinator, editionId, { sort })).body;
      expect(items).toHaveLength(6);
      const keys = items.map(
        (row) =>
          ({
            name: row.name,
            '-institution': row.institution,
            state: applicationStates.indexOf(row.state),
            '-submitted': row.submittedAt ?? '',
            decided: row.ruling?.at ?? '',
            place: row.place ? placeStandings.indexOf(row.place) : '',
          })[sort],
      );
      const isInOrder = keys.every(
        (key, at) => at === 0 || key === '' || inOrder(keys[at - 1] ?? '', key, sort.startsWith('-')),
      );
      expect([sort, isInOrder]).toEqual([sort, true]);
    }
    await manyApplicants(app(), editionId, 60);
    const sorted = (await listOf(coordinator, editionId, { sort: '-name' })).body;
    const rest = (await listOf(coordinator, editionId, { sort: '-name', after: sorted.next ?? '' })).body;
    expect(new Set([...sorted.items, ...rest.items].map(({ applicationId }) => applicationId)).size).toBe(66);
    const first = (await listOf(coordinator, editionId)).body;
    const second = (await listOf(coordinator, editionId, { after: first.next ?? '' })).body;
    expect([first.applications, first.items.length, second.items.length, second.next]).toEqual([66, 50, 16, null]);
    expect(new Set([...first.items, ...second.items].map(({ applicationId }) => applicationId)).size).toBe(66);
  });

  it.each(['coordinator', 'registrar'] as const)(
    'leave out of every figure and row what a %s in conflict must not learn of',
    async (organisation) => {
      const { editionId, admitted, coordinator } = await aStage(app());
      const { caller, account } = await aColleague(
        app(),
        { organisation, editions: [{ editionId, role: 'member' }] },
        { institutionId: admitted.institution.id },
      );
      expect(account.institutionId).toBe(admitted.institution.id);
      const reports = await reportsOf(caller, editionId);
      expect(reports.outcomes.admitted).toBe(1);
      expect(reports.countries).toContainEqual(expect.objectContaining({ country: 'HR', applications: 1 }));
      expect(JSON.stringify(reports)).not.toContain(admitted.institution.id);
      expect(reports.overTime.at(-1)?.inAll).toEqual({ started: 5, submitted: 4, ruled: 2 });
      for (const filter of [
        {},
        { outcome: 'admitted' as const },
        { name: 'Željka' },
        { institutionId: admitted.institution.id },
      ]) {
        const { body } = await listOf(caller, editionId, filter);
        expect(JSON.stringify(body)).not.toContain(admitted.application.id);
        expect(JSON.stringify(body)).not.toContain(admitted.institution.name);
      }
      expect((await reportsOf(coordinator, editionId)).outcomes.admitted).toBe(2);
    },
  );

  it('leave out the own application of a coordinator', async () => {
    const { editionId } = await aStage(app());
    const { caller, account } = await aPerson(app(), { organisation: 'coordinator' });
    await anApplicant(app(), editionId, { application: { accountId: account.id } });
    expect((await listOf(caller, editionId)).body.applications).toBe(6);
  });

  it('are the coordinator’s and the registrar’s', async () => {
    const { id: editionId } = await anEditionOf(app());
    for (const role of ['member', 'chair', 'deputy', 'tutor', 'participant'] as const) {
      const { caller } = await aPerson(app(), { editions: [{ editionId, role }] });
      expect((await caller.call(readReports, { params: { editionId } })).status).toBe(403);
      expect((await listOf(caller, editionId)).status).toBe(403);
    }
    const { caller: registrar } = await aPerson(app(), { organisation: 'registrar' });
    expect((await registrar.call(readReports, { params: { editionId } })).status).toBe(200);
    expect((await listOf(registrar, newId())).status).toBe(404);
  });

  it('take as many statements for 500 applications as for 5', async () => {
    const statements = async (applicants: number) => {
      const { id: editionId } = await anEditionOf(app());
      const { caller } = await aPerson(app(), { organisation: 'coordinator' });
      await manyApplicants(app(), editionId, applicants);
      const reports = await caller.call(readReports, { params: { editionId } });
      const list = await listOf(caller, editionId, { name: 'a', outcome: 'undecided' });
      expect(list.body.applications).toBe(applicants);
      return [reports.statements, list.statements];
    };
    const few = await statements(5);
    expect(await statements(500)).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(25);
  });
});
