import { copyEdition, listSessions, readEdition } from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { aCoordinator, anEditionOf, aParticipant } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { aMaterial } from '../features/modules/material/material.builder';
import { Material } from '../features/modules/material/material.entity';
import { aSelfTest } from '../features/modules/self-tests/self-test.builder';
import { SelfTestDraft } from '../features/modules/self-tests/self-test.entity';
import { PageDraft } from '../features/modules/pages/page-draft.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { aRoom, aSession } from '../features/schedule/session.builder';
import { Room } from '../features/schedule/timetable/room.entity';
import { Session } from '../features/schedule/timetable/session.entity';

/** An edition with a session online and one in a room, on both sides of the change of clocks in spring when it is copied. */
async function anOriginal(app: TestApp) {
  const edition = await anEditionOf(app);
  const [room] = await app.build(Room, aRoom());
  const inRoom = { moduleNumber: 2, mode: 'in-presence' as const, joinUrl: null, roomId: room!.id };
  const at = (day: string) => ({ startsAt: new Date(`${day}T13:00:00Z`), endsAt: new Date(`${day}T15:00:00Z`) });
  await app.build(
    Session,
    aSession({ editionId: edition.id, title: 'Online', ...at('2026-11-25') }),
    aSession({ editionId: edition.id, title: 'In a room', ...inRoom, ...at('2026-12-02'), state: 'held' }),
    aSession({ editionId: edition.id, title: 'Cancelled', ...at('2026-12-03'), state: 'cancelled' }),
  );
  return { edition, room: room!, inRoom };
}

describeOnEachDatabase('the copy of an edition', (app) => {
  it('meets at the same times of day, in the same rooms and under the same links, without its people', async () => {
    const { edition, room } = await anOriginal(app());
    const ana = await aParticipant(app(), edition.id);
    const quota = { country: 'HR', institutions: 5, peoplePerInstitution: 2 };
    await app().build(CountryQuota, { id: newId(), editionId: edition.id, ...quota });
    const material = aMaterial({ editionId: edition.id, addedBy: ana.account.id });
    const gone = aMaterial({ editionId: edition.id, addedBy: ana.account.id, removedAt: new Date() });
    const page = { kind: 'page' as const, title: 'Models', position: 2, url: null, version: 3, opensOn: '2026-11-25' };
    const written = aMaterial({ editionId: edition.id, addedBy: ana.account.id, ...page });
    await app().build(Material, material, gone);
    // It opens after one that was added later, too.
    const test = { kind: 'self-test' as const, title: 'Check yourself', position: 3, url: null, version: 1 };
    const tested = aMaterial({ editionId: edition.id, addedBy: ana.account.id, ...test });
    await app().build(Material, tested);
    await app().build(Material, { ...written, opensAfterId: tested.id });
    const draft = { language: 'en', title: 'Models', blocks: [{ type: 'horizontalRule' }] };
    const by = { changedBy: ana.account.id, changedAt: new Date() };
    await app().build(PageDraft, { id: newId(), materialId: written.id, ...draft, ...by });
    const content = aSelfTest();
    await app().build(SelfTestDraft, { id: newId(), materialId: tested.id, content, ...by });
    const coordinator = await aCoordinator(app());
    // The second session is then after the change of clocks.
    const days = 120;
    const startsOn = new Date(Date.parse(edition.startsOn) + days * 86_400_000).toISOString().slice(0, 10);
    const params = { editionId: edition.id };
    const { body, status } = await coordinator.call(copyEdition, { params, body: { name: 'Spring', startsOn } });
    expect(status).toBe(201);
    const copy = (await coordinator.call(readEdition, { params: { editionId: body.id } })).body;
    expect(copy).toMatchObject({ name: 'Spring', state: 'draft', startsOn, timeZone: edition.timeZone });
    const { sessions } = (await coordinator.call(listSessions, { params: { editionId: body.id } })).body;
    expect(sessions.map(({ title, startsAt, state, room: booked }) => [title, startsAt, state, booked?.id])).toEqual([
      ['Online', '2027-03-25T13:00:00.000Z', 'planned', undefined],
      ['In a room', '2027-04-01T12:00:00.000Z', 'planned', room.id],
    ]);
    const rows = await app().rows(Session, { editionId: body.id });
    expect(rows.find(({ title }) => title === 'Online')?.joinUrl).toBe('https://meet.example/recognition');
    expect(await app().rows(CountryQuota, { editionId: body.id })).toMatchObject([quota]);
    const copied = await app().rows(Material, { editionId: body.id });
    expect(copied.sort((one, other) => one.position - other.position)).toMatchObject([
      { title: material.title, removedAt: null },
      {
        ...page,
        version: null,
        opensOn: '2027-03-25',
        opensAfterId: copied.find(({ kind }) => kind === 'self-test')?.id,
      },
      { ...test, version: null, opensAfterId: null },
    ]);
    expect(await app().rows(SelfTestDraft, { materialId: copied[2]!.id })).toMatchObject([{ content }]);
    expect(await app().rows(PageDraft, { materialId: copied[1]!.id })).toMatchObject([draft]);
    expect(await app().rows(EditionRole, { editionId: body.id })).toEqual([]);
  });

  it('leaves the place open where its room is taken then', async () => {
    const { edition, inRoom } = await anOriginal(app());
    const other = await anEditionOf(app());
    const taken = { startsAt: new Date('2026-12-30T14:00:00Z'), endsAt: new Date('2026-12-30T16:00:00Z') };
    await app().build(Session, aSession({ editionId: other.id, ...inRoom, ...taken }));
    const coordinator = await aCoordinator(app());
    const startsOn = new Date(Date.parse(edition.startsOn) + 28 * 86_400_000).toISOString().slice(0, 10);
    const input = { params: { editionId: edition.id }, body: { name: 'Four weeks later', startsOn } };
    const { body } = await coordinator.call(copyEdition, input);
    const sessions = await app().rows(Session, { editionId: body.id });
    expect(sessions.find(({ title }) => title === 'In a room')).toMatchObject({
      mode: 'in-presence',
      roomId: null,
      startsAt: new Date('2026-12-30T13:00:00Z'),
    });
  });

  it('starts in the future, and is made by coordinators only', async () => {
    const { edition } = await anOriginal(app());
    const input = { params: { editionId: edition.id }, body: { name: 'Before', startsOn: '2026-11-23' } };
    const answer = await (await aCoordinator(app())).call(copyEdition, input);
    expect(answer.body.code).toBe('editions.copy-starts-in-the-past');
    const ana = await aParticipant(app(), edition.id);
    expect((await ana.caller.call(copyEdition, input)).status).toBe(403);
  });
});
