import {
  clearConflict,
  declareConflicts,
  findApplicants,
  pinConflict,
  readConflicts,
  readDesk,
  readDossier,
  readRulings,
  ruleOnApplication,
  voteOnApplication,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { aColleague, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDeclaration, aFinding, aVote } from '../dossier/application.builder';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { Vote } from '../dossier/vote.entity';
import { Conflict } from '../dossier/conflict.entity';

async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const coordinator = await aPerson(app, { organisation: 'coordinator' });
  return {
    editionId,
    coordinator,
    chair: await seat('chair'),
    deputy: await seat('deputy'),
    ines: await seat('member'),
    jean: await seat('member'),
  };
}

const pin = (
  caller: Caller,
  editionId: string,
  applicationId: string,
  accountId: string,
  reason = 'They are cousins.',
) => caller.call(pinConflict, { params: { editionId }, body: { applicationId, accountId, reason } });

/** A member has declared no conflict, found every criterion met, and voted. */
async function hasVoted(app: TestApp, applicationId: string, ...members: { account: { id: string } }[]) {
  for (const { account } of members) {
    const by = { applicationId, accountId: account.id };
    await app.build(Declaration, aDeclaration(by));
    await app.build(Finding, aFinding(by, 'degree'), aFinding(by, 'english'));
    await app.build(Vote, aVote(by));
  }
}

describeOnEachDatabase('a pinned conflict', (app) => {
  it('takes the dossier from the member, and the member from the quorum', async () => {
    const { editionId, coordinator, chair, ines } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId);
    await hasVoted(app(), application.id, chair, ines);
    expect((await chair.caller.call(readRulings, { params: { editionId } })).body.items).toMatchObject([
      { cast: 2, quorum: 3 },
    ]);
    expect((await pin(coordinator.caller, editionId, application.id, ines.account.id)).status).toBe(201);

    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    expect((await ines.caller.call(readDesk, { params: { editionId } })).body).toMatchObject({
      items: [],
      recused: 0,
      voted: 0,
    });
    expect(
      (await ines.caller.call(voteOnApplication, { params: whose, body: { choice: 'admit', reason: 'A friend.' } }))
        .status,
    ).toBe(404);
    expect((await chair.caller.call(readRulings, { params: { editionId } })).body.items).toMatchObject([
      { cast: 1, quorum: 2 },
    ]);
    expect((await chair.caller.call(readDossier, { params: whose })).body.dossier).toMatchObject({
      votes: [],
      questions: [{ others: [] }, { others: [] }, {}, {}],
    });
  });

  it('of the chair lets the deputy rule', async () => {
    const { editionId, coordinator, chair, deputy, ines, jean } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId, { application: { state: 'under-review' } });
    await hasVoted(app(), application.id, chair, deputy, ines, jean);
    await pin(coordinator.caller, editionId, application.id, chair.account.id);
    const rule = ({ caller }: { caller: Caller }) =>
      caller.call(ruleOnApplication, { params: whose, body: { reason: 'All met.', outcome: 'admitted' } });
    expect((await rule(chair)).status).toBe(404);
    expect((await rule(deputy)).status).toBe(201);
    expect(await app().rows('Ruling', { applicationId: application.id })).toMatchObject([
      {
        byId: deputy.account.id,
        castVotes: 3,
        record: { recused: [{ accountId: chair.account.id, grounds: ['pinned'] }] },
      },
    ]);
  });

  it('is cleared with a reason, and may be pinned anew: everything stays on record', async () => {
    const { editionId, coordinator, ines } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId);
    const { body } = await pin(coordinator.caller, editionId, application.id, ines.account.id);
    expect((await pin(coordinator.caller, editionId, application.id, ines.account.id)).body.code).toBe(
      'admissions.already-pinned',
    );
    const clear = () =>
      coordinator.caller.call(clearConflict, {
        params: { editionId, conflictId: body.id },
        body: { reason: 'Another person of that name.' },
      });
    expect((await clear()).status).toBe(204);
    expect((await clear()).body.code).toBe('admissions.conflict-stays');
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(200);
    expect(
      (await pin(coordinator.caller, editionId, application.id, ines.account.id, 'They are cousins after all.')).status,
    ).toBe(201);
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    const by = coordinator.account.id;
    expect(await app().rows(Conflict, { applicationId: application.id })).toMatchObject([
      { number: 1, reason: 'They are cousins.', byId: by, endedById: by, endedBecause: 'Another person of that name.' },
      { number: 2, endedAt: null },
    ]);
    const name = `${coordinator.account.givenName} ${coordinator.account.familyName}`;
    expect((await coordinator.caller.call(readConflicts, { params: { editionId } })).body.items).toMatchObject([
      {
        accountId: ines.account.id,
        stands: true,
        grounds: [
          { id: null, ground: 'pinned', by: name, ended: { by: name, because: 'Another person of that name.' } },
          { ground: 'pinned', reason: 'They are cousins after all.', ended: null },
        ],
      },
    ]);
  });

  it('is with a member of the commission and somebody who has applied', async () => {
    const { editionId, coordinator, ines } = await aCommission(app());
    const { application, account } = await anApplicant(app(), editionId);
    const { application: draft } = await anApplicant(app(), editionId, {
      application: { state: 'draft', submittedAt: null },
    });
    const { application: foreign } = await anApplicant(app(), (await anEditionOf(app())).id);
    expect((await pin(coordinator.caller, editionId, application.id, account.id)).body.code).toBe(
      'admissions.not-a-member',
    );
    for (const id of [draft.id, foreign.id, newId()])
      expect((await pin(coordinator.caller, editionId, id, ines.account.id)).status).toBe(404);
    expect((await pin(ines.caller, editionId, application.id, ines.account.id)).status).toBe(403);
  });
});

describeOnEachDatabase('the register of conflicts', (app) => {
  it('shows every ground, with reason, who and when', async () => {
    const { editionId, coordinator, chair, ines, jean } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId, {
      application: { institutionId: jean.institution.id },
      account: { givenName: 'Ana', familyName: 'Kovač' },
    });
    await pin(coordinator.caller, editionId, application.id, ines.account.id);
    await chair.caller.call(declareConflicts, {
      params: { editionId },
      body: { applicationIds: [application.id], conflict: { reason: 'My student.' } },
    });
    const read = async (query = {}) =>
      (await coordinator.caller.call(readConflicts, { params: { editionId }, query })).body;
    const all = await read();
    expect(
      all.items.map(({ accountId, grounds }) => [accountId, grounds.map(({ ground, reason }) => [ground, reason])]),
    ).toEqual(
      expect.arrayContaining([
        [chair.account.id, [['declared', 'My student.']]],
        [ines.account.id, [['pinned', 'They are cousins.']]],
        [jean.account.id, [['same-institution', null]]],
      ]),
    );
    expect(all).toMatchObject({ total: 3, members: [{}, {}, {}, {}] });
    expect((await read({ q: 'KOVAC' })).total).toBe(3);
    expect((await read({ q: `${ines.account.familyName} ana` })).items.map(({ accountId }) => accountId)).toContain(
      ines.account.id,
    );
    expect((await read({ q: "%' OR 1=1 --" })).total).toBe(0);
    expect((await read({ ground: 'pinned' })).items).toMatchObject([{ accountId: ines.account.id }]);
    const members = (await read({ sort: 'member' })).items.map(({ member }) => member);
    expect(members).toEqual(members.toSorted((one, other) => one.localeCompare(other)));
    expect((await read({ sort: '-member' })).items.map(({ member }) => member)).toEqual(members.toReversed());
  });

  it('keeps from a coordinator who sits in the commission what they must not know of', async () => {
    const { editionId, coordinator } = await aCommission(app());
    const both = await aColleague(app(), { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] });
    const { application, account } = await anApplicant(app(), editionId, {
      application: { institutionId: both.institution.id },
    });
    const { application: other } = await anApplicant(app(), editionId);
    const { body: pinned } = await pin(coordinator.caller, editionId, other.id, both.account.id);
    const params = { editionId };
    expect((await both.caller.call(readConflicts, { params })).body).toMatchObject({ items: [], total: 0 });
    expect((await both.caller.call(findApplicants, { params, query: { q: account.familyName } })).body.items).toEqual(
      [],
    );
    expect((await coordinator.caller.call(findApplicants, { params })).body.items).toHaveLength(2);
    expect((await pin(both.caller, editionId, application.id, both.account.id)).status).toBe(404);
    expect(
      (
        await both.caller.call(clearConflict, {
          params: { ...params, conflictId: pinned.id },
          body: { reason: 'I would like to.' },
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await both.caller.call(clearConflict, {
          params: { ...params, conflictId: newId() },
          body: { reason: 'I would like to.' },
        })
      ).status,
    ).toBe(404);
  });

  it('takes as many statements for 50 applicants as for 5', async () => {
    const statements = async (applicants: number) => {
      const { editionId, coordinator, jean } = await aCommission(app());
      for (let at = 0; at < applicants; at += 1)
        await anApplicant(app(), editionId, { application: { institutionId: jean.institution.id } });
      const { body, statements: count } = await coordinator.caller.call(readConflicts, { params: { editionId } });
      expect(body.items).toHaveLength(applicants);
      return count;
    };
    const few = await statements(5);
    expect(await statements(50)).toBe(few);
    expect(few).toBeLessThan(22);
  });
});
