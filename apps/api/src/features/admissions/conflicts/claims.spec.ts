import {
  changeMe,
  clearConflict,
  declareConflicts,
  readConflicts,
  readDesk,
  readDossier,
  readRulings,
  ruleOnApplication,
} from '@libretto/contracts';
import { Transaction } from '../../../platform/database/transaction';
import { aColleague, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { ApplicationSubmitted } from '../dossier/admissions.events';
import { aDeclaration, aFinding, aForm, aVote } from '../dossier/application.builder';
import { Assignment } from '../assignment/assignment.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { Vote } from '../dossier/vote.entity';
import { Conflict } from '../dossier/conflict.entity';

type Member = Awaited<ReturnType<typeof aColleague>>;

async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const coordinator = await aPerson(app, { organisation: 'coordinator' });
  return {
    editionId,
    params: { editionId },
    coordinator: coordinator.caller,
    chair: await seat('chair'),
    ines: await seat('member'),
    jean: await seat('member'),
  };
}

/** Somebody whose application has arrived, and names these members as referees. */
async function whoNames(app: TestApp, editionId: string, members: Member[], values = {}) {
  const referees = members.map(({ account: { email } }) => ({ name: 'A referee', email }));
  const applicant = await anApplicant(app, editionId, { application: { form: aForm({ referees }), ...values } });
  await arrives(app, applicant.application.id);
  return applicant;
}

const arrives = (app: TestApp, applicationId: string) =>
  app.get(Transaction).run((tx) => tx.publish(new ApplicationSubmitted(applicationId)));

const voted = async (app: TestApp, applicationId: string, ...members: Member[]) => {
  for (const { account } of members) {
    const by = { applicationId, accountId: account.id };
    await app.build(Declaration, aDeclaration(by));
    await app.build(Finding, aFinding(by, 'degree'), aFinding(by, 'english'));
    await app.build(Vote, aVote(by));
  }
};

const answer = (
  { caller }: Member,
  { editionId, applicationId }: { editionId: string; applicationId: string },
  conflict: { reason: string } | null = null,
) => caller.call(declareConflicts, { params: { editionId }, body: { applicationIds: [applicationId], conflict } });

describeOnEachDatabase('what an applicant says of members', (app) => {
  it('asks each of them and shuts nobody out, whoever is named', async () => {
    const { editionId, params, chair, ines, jean } = await aCommission(app());
    const { whose } = await whoNames(app(), editionId, [chair, ines, jean]);
    for (const member of [chair, ines, jean]) {
      expect((await member.caller.call(readDossier, { params: whose })).body).toMatchObject({
        claims: ['named-referee'],
        dossier: null,
        can: { declare: true, vote: false },
      });
      expect((await member.caller.call(readDesk, { params })).body.items).toMatchObject([
        { step: 'to-declare', claims: ['named-referee'] },
      ]);
    }
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([{ quorum: 2 }]);
    expect((await answer(ines, whose)).status).toBe(204);
    expect((await ines.caller.call(readDossier, { params: whose })).body).toMatchObject({
      claims: [],
      dossier: { votes: [] },
      can: { vote: true },
    });
    expect((await answer(jean, whose, { reason: 'She was my student.' })).status).toBe(204);
    expect((await jean.caller.call(readDossier, { params: whose })).status).toBe(404);
  });

  it('is asked also where an account moves through their institutions, one after the other', async () => {
    const { editionId, chair, ines, jean } = await aCommission(app());
    const { application, caller, whose } = await anApplicant(app(), editionId);
    for (const member of [chair, ines, jean])
      expect((await caller.call(changeMe, { body: { institutionId: member.institution.id } })).status).toBeLessThan(
        300,
      );
    expect((await app().rows(Conflict, { applicationId: application.id })).map(({ ground }) => ground)).toEqual(
      Array(3).fill('joined-institution'),
    );
    for (const member of [chair, ines, jean])
      expect((await member.caller.call(readDossier, { params: whose })).body).toMatchObject({
        claims: ['joined-institution'],
        dossier: null,
      });
  });

  it('is asked again of who declared before it came; their vote stands meanwhile', async () => {
    const { editionId, params, chair, ines, jean } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId, { application: { state: 'under-review' } });
    await voted(app(), application.id, chair, ines, jean);
    await app()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update(
          'Application',
          { id: application.id },
          { form: aForm({ referees: [chair, ines].map(({ account: { email } }) => ({ name: 'A referee', email })) }) },
        ),
      );
    await arrives(app(), application.id);
    expect((await ines.caller.call(readDossier, { params: whose })).body).toMatchObject({
      claims: ['named-referee'],
      dossier: null,
    });
    expect((await chair.caller.call(readRulings, { params })).body.items).toMatchObject([
      { cast: 3, quorum: 2, votes: null, whyNot: { code: 'admissions.declare-first' } },
    ]);
    const rule = () =>
      chair.caller.call(ruleOnApplication, { params: whose, body: { reason: 'All met.', outcome: 'admitted' } });
    expect((await rule()).body.code).toBe('admissions.declare-first');
    expect((await answer(chair, whose)).status).toBe(204);
    expect((await answer(chair, whose)).body.code).toBe('admissions.already-declared');
    expect((await rule()).status).toBe(201);
    expect((await ines.caller.call(readDossier, { params: whose })).body.dossier).not.toBeNull();
  });

  it('is answered with a conflict by somebody who had declared none', async () => {
    const { editionId, ines } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId);
    await app().build(Declaration, aDeclaration({ applicationId: application.id, accountId: ines.account.id }));
    await app().build('AssignmentRun', {
      id: application.id,
      editionId,
      number: 1,
      byId: ines.account.id,
      at: new Date(),
      readBy: '2026-12-01',
    });
    await app().build(Assignment, {
      id: application.id,
      runId: application.id,
      applicationId: application.id,
      accountId: ines.account.id,
    });
    await app()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update(
          'Application',
          { id: application.id },
          { form: aForm({ referees: [{ name: 'A referee', email: ines.account.email }] }) },
        ),
      );
    await arrives(app(), application.id);
    expect(await app().rows(Assignment, { applicationId: application.id })).toHaveLength(1);
    expect((await answer(ines, whose, { reason: 'I am her referee.' })).status).toBe(204);
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    expect(await app().rows(Assignment, { applicationId: application.id })).toEqual([]);
  });

  it('is told to the coordinator, with the answer', async () => {
    const { editionId, params, coordinator, chair, ines, jean } = await aCommission(app());
    const { whose } = await whoNames(app(), editionId, [chair, ines, jean]);
    await answer(ines, whose);
    await answer(jean, whose, { reason: 'My student.' });
    const { body } = await coordinator.call(readConflicts, { params, query: { ground: 'named-referee' } });
    expect(body).toMatchObject({ standing: 1, unanswered: 1, total: 3 });
    const said = new Map(
      body.items.map(({ accountId, stands, grounds }) => [
        accountId,
        { stands, answers: grounds.map((one) => [one.ground, one.answer?.inConflict]) },
      ]),
    );
    expect(said.get(chair.account.id)).toEqual({ stands: false, answers: [['named-referee', undefined]] });
    expect(said.get(ines.account.id)).toEqual({ stands: false, answers: [['named-referee', false]] });
    expect(said.get(jean.account.id)).toEqual({
      stands: true,
      answers: [
        ['declared', undefined],
        ['named-referee', true],
      ],
    });
  });

  it('is cleared by a coordinator with a reason, but by nobody for themself', async () => {
    const { editionId, params, coordinator, ines } = await aCommission(app());
    const both = await aColleague(app(), { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] });
    const { application, whose } = await whoNames(app(), editionId, [ines, both]);
    const claimOn = async ({ account }: Member) =>
      (await app().rows(Conflict, { applicationId: application.id, accountId: account.id }))[0]?.id as string;
    const clear = (caller: Member['caller'], conflictId: string) =>
      caller.call(clearConflict, { params: { editionId, conflictId }, body: { reason: 'She never met her.' } });
    expect((await clear(both.caller, await claimOn(both))).body.code).toBe('admissions.own-conflict');
    expect((await clear(both.caller, await claimOn(ines))).status).toBe(204);
    expect((await clear(coordinator, await claimOn(ines))).body.code).toBe('admissions.conflict-stays');
    expect((await ines.caller.call(readDossier, { params: whose })).body).toMatchObject({ claims: [] });
    await arrives(app(), application.id);
    expect((await ines.caller.call(readDossier, { params: whose })).body).toMatchObject({ claims: [] });
    expect(
      (await both.caller.call(readConflicts, { params })).body.items.flatMap(({ grounds }) =>
        grounds.map(({ id }) => id),
      ),
    ).toEqual([null, null]);
  });
});

describeOnEachDatabase('a false institution on an application', (app) => {
  it('keeps its members away until a coordinator clears it, and is not found again', async () => {
    const { editionId, params, coordinator, ines } = await aCommission(app());
    const { application, whose } = await whoNames(app(), editionId, [], { institutionId: ines.institution.id });
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    const { body } = await coordinator.call(readConflicts, { params });
    const conflictId = body.items[0]?.grounds[0]?.id as string;
    expect(
      (
        await coordinator.call(clearConflict, {
          params: { ...params, conflictId },
          body: { reason: 'The institution does not know her.' },
        })
      ).status,
    ).toBe(204);
    for (let time = 0; time < 2; time += 1) {
      expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(200);
      await arrives(app(), application.id);
    }
    expect((await coordinator.call(readConflicts, { params })).body.items).toMatchObject([
      { stands: false, grounds: [{ ended: { because: 'The institution does not know her.' } }] },
    ]);
  });

  it('of a member’s mail domain stays a conflict, whatever else is cleared', async () => {
    const { editionId, params, coordinator, ines } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId, {
      account: { email: `ana@${ines.account.email.split('@')[1]}` },
      application: { institutionId: ines.institution.id },
    });
    await arrives(app(), application.id);
    const grounds = await app().rows(Conflict, { applicationId: application.id, accountId: ines.account.id });
    const clear = async (ground: string) =>
      coordinator.call(clearConflict, {
        params: { ...params, conflictId: grounds.find((one) => one.ground === ground)?.id as string },
        body: { reason: 'They never met.' },
      });
    expect((await clear('same-institution')).status).toBe(204);
    expect((await clear('same-email-domain')).body.code).toBe('admissions.conflict-stays');
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
  });
});
