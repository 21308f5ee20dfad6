import {
  assignDossiers,
  changeMe,
  declareConflicts,
  readAssignment,
  readDesk,
  readDossier,
  setReadingLimits,
} from '@libretto/contracts';
import PostalMime from 'postal-mime';
import { aColleague, aCoordinator, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { RoleRegister } from '../../accounts';
import { aRuling, aVote } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Vote } from '../dossier/vote.entity';
import { Ruling } from '../dossier/ruling.entity';
import { AssignmentRun } from './assignment-run.entity';
import { Assignment } from './assignment.entity';

const readBy = '2026-12-04';

/** An edition with a chair and some members, each of another institution, and submitted applications. */
async function aCommission(app: TestApp, { members, dossiers }: { members: number; dossiers: number }) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const chair = await seat('chair');
  const others = [];
  for (let at = 0; at < members; at += 1) others.push(await seat('member'));
  const applications: Application[] = [];
  for (let at = 0; at < dossiers; at += 1) applications.push((await anApplicant(app, editionId)).application);
  return { editionId, chair, others, applications, coordinator: await aCoordinator(app) };
}

const viewOf = async (caller: Caller, editionId: string) =>
  (await caller.call(readAssignment, { params: { editionId } })).body;
const assign = (caller: Caller, editionId: string) =>
  caller.call(assignDossiers, { params: { editionId }, body: { readBy } });
const loads = ({ members }: { members: { load: number }[] }) => members.map(({ load }) => load).sort();
const rowsOf = async (app: TestApp, applications: Application[]) =>
  (await Promise.all(applications.map(({ id }) => app.rows(Assignment, { applicationId: id })))).flat();

describeOnEachDatabase('the assignment of dossiers', (app) => {
  it('previews what a run then does: the chair reads all, the others share evenly', async () => {
    const { editionId, applications, coordinator } = await aCommission(app(), { members: 4, dossiers: 6 });
    const before = await viewOf(coordinator, editionId);
    expect(before).toMatchObject({
      dossiers: 6,
      lackingInAll: 6,
      moves: { added: 18, moved: 0, ended: 0, kept: 0 },
      run: null,
      can: { assign: true },
    });
    expect(before.lacking[0]).toMatchObject({ needed: 3, got: 0, why: null });
    expect(await rowsOf(app(), applications)).toEqual([]);

    expect((await assign(coordinator, editionId)).status).toBe(201);

    const after = await viewOf(coordinator, editionId);
    expect(after.members.map(({ accountId, load }) => [accountId, load])).toEqual(
      before.members.map(({ accountId, loadThen }) => [accountId, loadThen]),
    );
    expect(loads(after)).toEqual([3, 3, 3, 3, 6]);
    expect(after).toMatchObject({
      lacking: [],
      moves: { added: 0, moved: 0, ended: 0, kept: 18 },
      run: { number: 1, readBy },
      can: { assign: false },
    });
    expect((await assign(coordinator, editionId)).body.code).toBe('admissions.assignment-stands');
    expect(await app().rows(AssignmentRun, { editionId })).toHaveLength(1);
  });

  it('leaves every assignment where it is when dossiers and members come', async () => {
    const { editionId, coordinator, applications } = await aCommission(app(), { members: 4, dossiers: 4 });
    await assign(coordinator, editionId);
    const before = await rowsOf(app(), applications);
    await aColleague(app(), { editions: [{ editionId, role: 'member' }] });
    const { application } = await anApplicant(app(), editionId);
    // Six members now: a quorum, and so the readers of each dossier, is four.
    expect((await viewOf(coordinator, editionId)).moves).toEqual({ added: 8, moved: 0, ended: 0, kept: 12 });
    await assign(coordinator, editionId);
    const after = await rowsOf(app(), [...applications, application]);
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    expect(after).toHaveLength(20);
  });

  it('keeps to limits, and says which dossiers lack readers and why', async () => {
    const { editionId, coordinator, others } = await aCommission(app(), { members: 2, dossiers: 4 });
    const limit = (accountId: string, dossiers: number | null) =>
      coordinator.call(setReadingLimits, { params: { editionId }, body: { limits: [{ accountId, dossiers }] } });
    for (const { account } of others) expect((await limit(account.id, 1)).status).toBe(204);
    await assign(coordinator, editionId);
    const view = await viewOf(coordinator, editionId);
    expect(loads(view)).toEqual([1, 1, 4]);
    expect(view.lacking).toMatchObject([
      { needed: 2, got: 1, why: { code: 'admissions.limits-reached', numbers: { full: 2 } } },
      { why: { code: 'admissions.limits-reached' } },
    ]);
    await limit(others[0]?.account.id as string, null);
    expect((await viewOf(coordinator, editionId)).moves).toMatchObject({ added: 2, kept: 6 });
    const { account: stranger } = await aPerson(app());
    expect((await limit(stranger.id, 1)).status).toBe(404);
  });

  it('assigns nothing to who is in conflict, and takes away what a later conflict overtakes', async () => {
    const { editionId, coordinator, others, applications } = await aCommission(app(), { members: 3, dossiers: 3 });
    const { application: closed } = await anApplicant(app(), editionId, {
      application: { institutionId: others[0]?.institution.id ?? null },
    });
    await assign(coordinator, editionId);
    expect((await rowsOf(app(), [closed])).map(({ accountId }) => accountId)).not.toContain(others[0]?.account.id);
    expect(await rowsOf(app(), [closed])).toHaveLength(2);

    const [overtaken] = (await rowsOf(app(), applications)).filter(
      ({ accountId }) => accountId === others[1]?.account.id,
    );
    const body = { applicationIds: [overtaken?.applicationId as string], conflict: { reason: 'My sister-in-law.' } };
    await others[1]?.caller.call(declareConflicts, { params: { editionId }, body });

    expect(await app().rows(Assignment, { id: overtaken?.id as string })).toEqual([]);
    // Three members without a conflict: two readers are a quorum, and two are left.
    const view = await viewOf(coordinator, editionId);
    expect(view.lacking).toEqual([]);
    expect(view.moves).toMatchObject({ moved: 0 });
  });

  it('takes away what the platform finds later by itself', async () => {
    const { editionId, coordinator, chair, others } = await aCommission(app(), { members: 2, dossiers: 0 });
    const { application, institution } = await anApplicant(app(), editionId);
    await assign(coordinator, editionId);
    for (const { caller } of others) await caller.call(changeMe, { body: { institutionId: institution.id } });
    expect((await rowsOf(app(), [application])).map(({ accountId }) => accountId)).toEqual([chair.account.id]);
    expect((await viewOf(coordinator, editionId)).lacking).toMatchObject([
      { got: 1, needed: 2, why: { code: 'admissions.too-few-without-conflict' } },
    ]);
  });

  it('does not count who has come into conflict without saying so', async () => {
    const { editionId, coordinator, others, applications } = await aCommission(app(), { members: 2, dossiers: 1 });
    await assign(coordinator, editionId);
    const reader = (await rowsOf(app(), applications)).find(({ accountId }) =>
      others.some(({ account }) => account.id === accountId),
    );
    const house = others.find(({ account }) => account.id === reader?.accountId)?.institution.id as string;
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: applications[0]?.id as string }, { institutionId: house }));
    const view = await viewOf(coordinator, editionId);
    expect(view.lacking).toMatchObject([{ needed: 2, got: 1, why: null }]);
    expect(view.moves).toMatchObject({ moved: 1, kept: 1 });
  });

  it('tells a coordinator who sits in the commission nothing of a dossier in conflict', async () => {
    const { editionId, chair, others } = await aCommission(app(), { members: 2, dossiers: 2 });
    const own = await aColleague(app(), { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] });
    const before = await viewOf(own.caller, editionId);
    await anApplicant(app(), editionId, { application: { institutionId: own.institution.id } });
    expect(await viewOf(own.caller, editionId)).toEqual(before);
    await assign(own.caller, editionId);
    const after = await viewOf(own.caller, editionId);
    expect(after.dossiers).toBe(2);
    expect(after.members.reduce((sum, { load }) => sum + load, 0)).toBe(6);
    expect(after.members.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining([chair.account.id, ...others.map(({ account }) => account.id)]),
    );
  });

  it('gives an appeal to members who did not rule first, where there are enough', async () => {
    const { editionId, coordinator, chair, others, applications } = await aCommission(app(), {
      members: 4,
      dossiers: 1,
    });
    const applicationId = applications[0]?.id as string;
    await assign(coordinator, editionId);
    const first = [chair, ...others.slice(0, 2)].map(({ account }) => account.id);
    await app().build(Vote, ...first.map((accountId) => aVote({ applicationId, accountId }, 'reject')));
    await app().build(
      Ruling,
      aRuling(
        { applicationId, byId: chair.account.id },
        { outcome: 'rejected', decision: 'rejected', placeUntil: null },
      ),
    );
    await app().build('Appeal', {
      id: newId(),
      applicationId,
      statement: 'My third post was overlooked.',
      at: new Date(),
    });
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: applicationId }, { state: 'appealed', round: 2 }));
    await assign(coordinator, editionId);
    const readers = (await rowsOf(app(), applications)).map(({ accountId }) => accountId);
    expect(readers.sort()).toEqual(
      others
        .slice(2)
        .map(({ account }) => account.id)
        .sort(),
    );
  });

  it('is done once when two coordinators press at the same time', async () => {
    const { editionId, coordinator, applications } = await aCommission(app(), { members: 4, dossiers: 8 });
    const another = await aCoordinator(app());
    const answers = await Promise.all(
      [coordinator, another, coordinator, another].map((caller) => assign(caller, editionId)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await rowsOf(app(), applications)).toHaveLength(24);
    expect(await app().rows(AssignmentRun, { editionId })).toHaveLength(1);
  });

  it('mails each member once a run, with a number and no name', async () => {
    const { editionId, coordinator, chair, others } = await aCommission(app(), { members: 2, dossiers: 3 });
    const { account: applicant } = await anApplicant(app(), editionId, {
      account: { givenName: 'Zvonimira', familyName: 'Unverwechselbar' },
    });
    await assign(coordinator, editionId);
    expect(await app().runJobs()).toEqual([]);
    const mails = await Promise.all(
      app()
        .mails()
        .map((mail) => PostalMime.parse(mail)),
    );
    const to = (email: string) => mails.filter((mail) => mail.to?.some(({ address }) => address === email));
    expect(to(chair.account.email).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('4 applications to review'),
    ]);
    expect(others.flatMap(({ account }) => to(account.email))).toHaveLength(2);
    expect(to(chair.account.email)[0]?.text).toContain('by Friday, 4 December 2026');
    for (const mail of mails) expect(`${mail.subject} ${mail.text}`).not.toContain(applicant.familyName);
  });

  it('mails nothing to a member who is in conflict with all of it by then', async () => {
    const { editionId, coordinator, others, applications } = await aCommission(app(), { members: 1, dossiers: 1 });
    await assign(coordinator, editionId);
    const house = others[0]?.institution.id as string;
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Application, { id: applications[0]?.id as string }, { institutionId: house }));
    const mailsTo = () =>
      app()
        .mails()
        .filter((mail) => mail.includes(others[0]?.account.email as string));
    await app().runJobs();
    expect(mailsTo()).toEqual([]);
  });

  it('is the coordinator’s', async () => {
    const { editionId, chair } = await aCommission(app(), { members: 1, dossiers: 1 });
    expect((await chair.caller.call(readAssignment, { params: { editionId } })).status).toBe(403);
    expect((await assign(chair.caller, editionId)).status).toBe(403);
  });

  it('opens with as many statements for 50 dossiers as for 5', async () => {
    const statements = async (dossiers: number) => {
      const { editionId, coordinator } = await aCommission(app(), { members: 3, dossiers });
      await assign(coordinator, editionId);
      const { body, statements: count } = await coordinator.call(readAssignment, { params: { editionId } });
      expect(body.dossiers).toBe(dossiers);
      return count;
    };
    const few = await statements(5);
    expect(await statements(50)).toBe(few);
    expect(few).toBeLessThan(20);
  });

  it('follows who joins and leaves the commission', async () => {
    const { editionId, coordinator, others } = await aCommission(app(), { members: 3, dossiers: 2 });
    await assign(coordinator, editionId);
    const gone = others[0]?.account.id as string;
    await app()
      .get(Transaction)
      .run((tx) => app().get(RoleRegister).revoke(tx, { accountId: gone, editionId, role: 'member' }));
    await assign(coordinator, editionId);
    expect(await app().rows(Assignment, { accountId: gone })).toEqual([]);
  });
});

describeOnEachDatabase('the desk of a member with assignments', (app) => {
  it('shows what is assigned first, or alone, and turns pages within the filter', async () => {
    const { editionId, coordinator, others } = await aCommission(app(), { members: 4, dossiers: 6 });
    await assign(coordinator, editionId);
    const { caller, account } = others[0] as (typeof others)[number];
    const mine = (await app().rows(Assignment, { accountId: account.id })).map(({ applicationId }) => applicationId);
    const all = (await caller.call(readDesk, { params: { editionId } })).body;
    expect(all).toMatchObject({ open: 6, assigned: 3, readBy, toDeclare: 6 });
    expect(all.items.map(({ isAssigned }) => isAssigned)).toEqual([true, true, true, false, false, false]);

    const only = (await caller.call(readDesk, { params: { editionId }, query: { only: 'assigned' } })).body;
    expect(only).toMatchObject({ open: 6, assigned: 3, toDeclare: 3 });
    expect(only.items.map(({ applicationId }) => applicationId).sort()).toEqual([...mine].sort());
    const ways = async (applicationId: string, query: { only?: 'assigned' }) => {
      const { previous, next } = (await caller.call(readDossier, { params: { editionId, applicationId }, query })).body;
      return [previous, next];
    };
    const [first, second, third] = only.items.map(({ applicationId }) => applicationId) as [string, string, string];
    expect(await ways(second, { only: 'assigned' })).toEqual([first, third]);
    expect(await ways(third, { only: 'assigned' })).toEqual([second, null]);
    expect((await ways(third, {}))[1]).not.toBeNull();
    const unassigned = all.items.at(-1)?.applicationId as string;
    expect(
      (
        await caller.call(readDossier, {
          params: { editionId, applicationId: unassigned },
          query: { only: 'assigned' },
        })
      ).status,
    ).toBe(200);
  });
});
