import { assignRole, changeMe, declareConflicts, readDesk, readDossier, submitApplication } from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { aColleague, aCoordinator, anApplicant, anEditionOf } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { ApplicationSubmitted } from '../dossier/admissions.events';
import { aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Recusals } from '../dossier/recusals';
import { Conflict } from '../dossier/conflict.entity';

async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, {}, { applicationsCloseAt: new Date('2026-11-30T22:59:00Z') });
  const seat = (role: 'chair' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  return { editionId, chair: await seat('chair'), ines: await seat('member') };
}

/** Somebody whose application is complete, but not submitted. */
async function aDraft(app: TestApp, editionId: string, application: Partial<Application> = {}, account = {}) {
  const applicant = await anApplicant(app, editionId, {
    account,
    application: { state: 'draft', submittedAt: null, institutionId: null, ...application },
  });
  const [file] = await app.build(StoredFile, {
    id: newId(),
    name: 'd.pdf',
    type: 'application/pdf',
    view: null,
    bytes: 1,
    purpose: 'evidence',
    sha256: '0'.repeat(64),
    createdAt: new Date(),
  });
  const evidence = {
    id: newId(),
    applicationId: applicant.application.id,
    fileId: file?.id as string,
    kind: 'degree' as const,
    fieldId: null,
    standing: 'in' as const,
    ofAppeal: false,
    addedAt: new Date(),
  };
  await app.build(Evidence, evidence);
  return applicant;
}

const elsewhere = async (app: TestApp) => (await aColleague(app)).institution.id;
const kept = async (app: TestApp, applicationId: string) =>
  (await app.rows(Conflict, { applicationId })).map(({ accountId, ground }) => [accountId, ground]);

describeOnEachDatabase('a conflict that was found', (app) => {
  it('is kept at submission, and what the applicant claims beside it', async () => {
    const { editionId, ines, chair } = await aCommission(app());
    const referees = [{ name: 'Prof. Sá', email: chair.account.email }];
    const { application, caller } = await aDraft(
      app(),
      editionId,
      { form: aForm({ referees }) },
      { institutionId: ines.institution.id },
    );
    expect((await caller.call(submitApplication, { params: { editionId } })).status).toBe(204);
    expect(await kept(app(), application.id)).toEqual(
      expect.arrayContaining([
        [ines.account.id, 'same-institution'],
        [chair.account.id, 'named-referee'],
      ]),
    );
    expect(await app().rows(Application, { id: application.id })).toMatchObject([{ referees }]);
  });

  it('stays when the member moves to another institution, name or domain', async () => {
    const { editionId, ines } = await aCommission(app());
    const { application, caller, whose } = await aDraft(app(), editionId, {}, { institutionId: ines.institution.id });
    await caller.call(submitApplication, { params: { editionId } });
    await ines.caller.call(changeMe, { body: { institutionId: await elsewhere(app()), familyName: 'Another' } });
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    expect(
      (
        await ines.caller.call(declareConflicts, {
          params: { editionId },
          body: { applicationIds: [application.id], conflict: null },
        })
      ).status,
    ).toBe(404);
    expect(await app().get(Recusals).of(ines.account.id, editionId)).toEqual(new Set([application.id]));
  });

  it('is kept before the change even where it was never kept', async () => {
    const { editionId, ines } = await aCommission(app());
    const { application, whose } = await anApplicant(app(), editionId, {
      application: { institutionId: ines.institution.id },
    });
    expect(await kept(app(), application.id)).toEqual([]);
    await ines.caller.call(changeMe, { body: { institutionId: null } });
    expect(await kept(app(), application.id)).toEqual([[ines.account.id, 'same-institution']]);
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
  });

  it('stands from the moment in which the member moves into one, and after moving on', async () => {
    const { editionId, ines } = await aCommission(app());
    const { institution, whose } = await anApplicant(app(), editionId);
    expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(200);
    for (const institutionId of [institution.id, await elsewhere(app())]) {
      await ines.caller.call(changeMe, { body: { institutionId } });
      expect((await ines.caller.call(readDossier, { params: whose })).status).toBe(404);
    }
  });

  it('is looked for in the whole edition when somebody joins the commission', async () => {
    const { editionId } = await aCommission(app());
    const { account, caller, institution } = await aColleague(app());
    const { application } = await anApplicant(app(), editionId, { application: { institutionId: institution.id } });
    const { application: draft } = await aDraft(app(), editionId, {}, { institutionId: institution.id });
    await anApplicant(app(), editionId);
    const coordinator = await aCoordinator(app());
    expect(
      (await coordinator.call(assignRole, { params: { editionId }, body: { accountId: account.id, role: 'member' } }))
        .status,
    ).toBe(204);
    expect(await kept(app(), application.id)).toEqual([[account.id, 'same-institution']]);
    expect(await kept(app(), draft.id)).toEqual([]);
    expect((await caller.call(readDesk, { params: { editionId } })).body.items).toHaveLength(1);
  });

  it('is kept once, however often it is found', async () => {
    const { editionId, ines } = await aCommission(app());
    const { application } = await anApplicant(app(), editionId, {
      application: { institutionId: ines.institution.id },
    });
    for (let time = 0; time < 2; time += 1)
      await app()
        .get(Transaction)
        .run((tx) => tx.publish(new ApplicationSubmitted(application.id)));
    expect(await kept(app(), application.id)).toEqual([[ines.account.id, 'same-institution']]);
  });
});
