import { declareConflicts, readAttendanceGrid, readGlance, removeRole } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { aColleague, aCoordinator, anApplicant, anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { anAttendance, aSession, held } from '../schedule/session.builder';
import { aWorkloadEntry } from '../workload/workload-entry.builder';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';

async function glanceOf(app: TestApp, editionId: string) {
  return (await aCoordinator(app)).call(readGlance, { params: { editionId } });
}

async function gridOf(app: TestApp, editionId: string) {
  return (await aCoordinator(app)).call(readAttendanceGrid, { params: { editionId } });
}

describeOnEachDatabase('the edition at a glance', (app) => {
  it('shows who takes part and how far they are', async () => {
    const edition = await anEditionOf(app());
    const { enrolment } = await aParticipant(app(), edition.id, { givenName: '<b>Ana', familyName: 'Kovač' });

    const { status, body } = await glanceOf(app(), edition.id);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      applications: [{ state: 'ruled', applications: 1 }],
      sessions: [],
      modules: [
        { number: 1, notional: 750, recorded: { contact: 0 } },
        { number: 2, notional: 750 },
      ],
      participants: 1,
    });
    expect((await gridOf(app(), edition.id)).body).toEqual({
      people: [
        expect.objectContaining({
          enrolmentId: enrolment.id,
          name: '<b>Ana Kovač',
          country: 'HR',
          minutes: 0,
          marks: [],
          isBehind: false,
        }),
      ],
      next: null,
    });
  });

  it('shows attendance session by session and hours module by module', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { enrolment, account } = await aParticipant(app(), editionId);
    await aParticipant(app(), editionId);
    const byAccountId = account.id;
    const later = aSession({
      editionId,
      moduleNumber: 2,
      startsAt: new Date('2026-12-01T09:00:00Z'),
      endsAt: new Date('2026-12-01T11:00:00Z'),
    });
    const first = aSession({
      editionId,
      ...held(byAccountId, new Date('2026-11-05T11:05:00Z')),
      startsAt: new Date('2026-11-05T09:00:00Z'),
      endsAt: new Date('2026-11-05T11:00:00Z'),
    });
    await app().build('Session', later, first);
    await app().build(
      'Attendance',
      anAttendance({ sessionId: first.id, enrolmentId: enrolment.id, byAccountId, mark: 'late' }),
    );
    const whose = { enrolmentId: enrolment.id, byAccountId };
    await app().build(
      'WorkloadEntry',
      aWorkloadEntry({ ...whose, kind: 'contact', minutes: 500 }),
      aWorkloadEntry({ ...whose, moduleNumber: 2, minutes: 100 }),
      aWorkloadEntry({ ...whose, moduleNumber: 2, minutes: -20 }),
    );

    const { body } = await glanceOf(app(), editionId);

    expect(body.sessions.map(({ id }) => id)).toEqual([first.id, later.id]);
    const { people } = (await gridOf(app(), editionId)).body;
    expect(people).toHaveLength(2);
    expect(people).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ enrolmentId: enrolment.id, marks: ['late', null], minutes: 580 }),
        expect.objectContaining({ marks: [null, null], minutes: 0 }),
      ]),
    );
    expect(body.modules.map(({ recorded }) => recorded)).toEqual([
      { contact: 500, 'self-study': 0, project: 0 },
      { contact: 0, 'self-study': 80, project: 0 },
    ]);
  });

  it('says where the commission cannot rule, and stops saying so once that is mended', async () => {
    const { id: editionId } = await anEditionOf(app());
    const coordinator = await aCoordinator(app());
    const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app(), { editions: [{ editionId, role }] });
    const [chair, ines] = [await seat('chair'), await seat('member')];
    const standing = async () => (await coordinator.call(readGlance, { params: { editionId } })).body.commission;
    const { application } = await anApplicant(app(), editionId);
    await anApplicant(app(), editionId, {
      application: { referees: [{ name: 'Somebody', email: ines.account.email }] },
    });
    await anApplicant(app(), editionId, { application: { state: 'ruled', institutionId: ines.institution.id } });
    expect(await standing()).toEqual({ lacks: { quorum: 0, chair: 0 }, unanswered: 1 });
    // A member declares, and one is left.
    const declares = ({ caller }: typeof chair) =>
      caller.call(declareConflicts, {
        params: { editionId },
        body: { applicationIds: [application.id], conflict: { reason: 'My student.' } },
      });
    expect((await declares(chair)).status).toBe(204);
    expect(await standing()).toMatchObject({ lacks: { quorum: 1, chair: 0 } });
    const jean = await seat('member');
    expect(await standing()).toMatchObject({ lacks: { quorum: 0, chair: 1 } });
    const deputy = await seat('deputy');
    expect(await standing()).toMatchObject({ lacks: { quorum: 0, chair: 0 } });
    expect((await declares(deputy)).status).toBe(204);
    expect(await standing()).toMatchObject({ lacks: { quorum: 0, chair: 1 } });
    // A member leaves.
    expect(
      (await coordinator.call(removeRole, { params: { editionId, role: 'member', accountId: jean.account.id } }))
        .status,
    ).toBe(204);
    expect(await standing()).toEqual({ lacks: { quorum: 1, chair: 0 }, unanswered: 1 });
  });

  it('is there for an edition in which nothing has happened yet', async () => {
    const edition = await anEditionOf(app(), {}, { state: 'draft', startsOn: '2027-03-01', endsOn: '2027-03-31' });
    expect((await glanceOf(app(), edition.id)).body).toMatchObject({
      applications: [],
      participants: 0,
    });
    expect((await gridOf(app(), edition.id)).body).toEqual({ people: [], next: null });
    expect((await glanceOf(app(), newId())).status).toBe(404);
  });

  it('takes as many statements for many as for one, and goes on page by page', async () => {
    const few = await anEditionOf(app());
    await aParticipant(app(), few.id);
    const many = await anEditionOf(app());
    for (let person = 0; person < 51; person += 1) await aParticipant(app(), many.id);
    const coordinator = await aCoordinator(app());
    const cost = async (editionId: string) => {
      const params = { editionId };
      const glance = await coordinator.call(readGlance, { params });
      const grid = await coordinator.call(readAttendanceGrid, { params });
      return { statements: [glance.statements, grid.statements], next: grid.body.next };
    };
    const [one, fifty] = [await cost(few.id), await cost(many.id)];
    expect(fifty.statements).toEqual(one.statements);
    expect(Math.max(...fifty.statements)).toBeLessThanOrEqual(8);
    const rest = { params: { editionId: many.id }, query: { after: fifty.next as string } };
    expect((await coordinator.call(readAttendanceGrid, rest)).body.people).toHaveLength(1);
  });

  it('is for coordinators only', async () => {
    const edition = await anEditionOf(app());
    const params = { editionId: edition.id };
    const { caller } = await aPerson(app(), { editions: [{ editionId: edition.id, role: 'chair' }] });
    expect((await caller.call(readGlance, { params })).status).toBe(403);
    expect((await caller.call(readAttendanceGrid, { params })).status).toBe(403);
    expect((await app().visitor().call(readGlance, { params })).status).toBe(401);
  });
});
