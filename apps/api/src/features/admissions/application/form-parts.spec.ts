import {
  addEvidence,
  declareConflicts,
  readDossier,
  readMyApplication,
  readReports,
  recordFinding,
  saveApplication,
  startApplication,
  submitApplication,
  voteOnApplication,
} from '@libretto/contracts';
import { emptyForm } from '@libretto/domain';
import { Transaction } from '../../../platform/database/transaction';
import { smallPdf } from '../../../testing/small-files';
import { aColleague, aCoordinator, anEditionOf, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDefinition } from '../../programmes/programme.builder';
import { aChange, aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';

type Criteria = ReturnType<typeof aDefinition>['admission']['criteria'];
const pdf = { name: 'pictures.pdf', content: smallPdf };
const same = (text: string) => ({ en: text, it: text });
const portfolio: Criteria[number] = { id: 'portfolio', kind: 'required', statement: same('Ten photographs.') };
const somePractice: Criteria[number] = {
  id: 'practice',
  kind: 'preferred',
  statement: same('A year behind the camera.'),
  preCheck: { about: 'months-of-experience', atLeast: 12 },
};

/** An edition of a programme with these criteria and no exception, and somebody who has begun to apply. */
async function whoApplies(app: TestApp, criteria: Criteria) {
  const { exception: _none, ...admission } = aDefinition().admission;
  const stillOpen = {
    startsOn: '2026-12-14',
    endsOn: '2027-01-22',
    applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
  };
  const { id: editionId } = await anEditionOf(app, { admission: { ...admission, criteria } }, stillOpen);
  const params = { editionId };
  const { caller } = await aColleague(app);
  await caller.call(startApplication, { params });
  return { editionId, params, caller, read: async () => (await caller.call(readMyApplication, { params })).body };
}

describeOnEachDatabase('a form whose programme has no exception', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it.each<[string, Criteria, string[]]>([
    ['no pre-check', [portfolio], []],
    ['only experience, preferred', [portfolio, somePractice], ['posts']],
  ])('asks what its criteria read, which are %s, and no answer to it', async (_, criteria, parts) => {
    const { caller, params, editionId, read } = await whoApplies(app(), criteria);
    expect(await read()).toMatchObject({ parts, exception: null, application: { missing: ['motivation'] } });
    expect((await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf)).body.code).toBe(
      'admissions.no-such-field',
    );
    expect(
      (await caller.upload(addEvidence, { params, query: { kind: 'exceptional-conditions' } }, pdf)).body.code,
    ).toBe('admissions.no-such-field');
    expect((await caller.upload(addEvidence, { params, query: { kind: 'other' } }, pdf)).status).toBe(201);
    const { motivation } = aForm();
    await caller.call(saveApplication, { params, body: aChange({ motivation }) });
    expect((await caller.call(submitApplication, { params })).status).toBe(204);
    expect(await app().rows(Application, { editionId })).toMatchObject([
      { state: 'submitted', form: { ...emptyForm, motivation } },
    ]);
  });

  it('sends nothing that is not asked any more, and nobody is voted in by exception', async () => {
    const { caller, params, editionId, read } = await whoApplies(app(), [portfolio]);
    await caller.call(saveApplication, { params, body: aChange(aForm({ exceptionalConditions: 'War.' })) });
    const [{ id }] = (await app().rows(Application, { editionId })) as [Application];
    const { body: file } = await caller.upload(addEvidence, { params, query: { kind: 'other' } }, pdf);
    // An earlier version of the programme might have asked for degrees.
    const [evidence] = (await app().rows(Evidence, { id: file.id })) as [Evidence];
    await app()
      .get(Transaction)
      .run((tx) => tx.save(Object.assign(evidence, { kind: 'degree' })));
    expect((await read()).application).toMatchObject({
      missing: [],
      form: { degrees: [], exceptionalConditions: '' },
      evidence: [],
    });
    expect((await caller.call(submitApplication, { params })).status).toBe(204);
    expect(await app().rows(Application, { id })).toMatchObject([
      { form: { ...emptyForm, motivation: aForm().motivation } },
    ]);
    expect(await app().rows(Evidence, { applicationId: id })).toEqual([]);

    const { caller: member } = await aPerson(app(), { editions: [{ editionId, role: 'member' }] });
    const of = { params: { editionId, applicationId: id } };
    await member.call(declareConflicts, { params, body: { applicationIds: [id], conflict: null } });
    const { dossier } = (await member.call(readDossier, of)).body;
    expect(dossier).toMatchObject({ parts: [], questions: [{ id: 'portfolio' }] });
    const find = (criterionId: string) =>
      member.call(recordFinding, {
        params: { ...of.params, criterionId },
        body: { from: {}, to: { finding: 'not-met', note: '' } },
      });
    expect((await find('exception:conditions')).status).toBe(404);
    await find('portfolio');
    const vote = (choice: 'admit' | 'admit-by-exception') =>
      member.call(voteOnApplication, { ...of, body: { choice, reason: 'War.' } });
    expect((await vote('admit-by-exception')).body).toMatchObject({ code: 'admissions.no-exception' });
    expect((await vote('admit')).body).toMatchObject({
      code: 'admissions.required-criterion-missed',
      numbers: { missed: 1, exception: 'none' },
    });
    expect((await (await aCoordinator(app())).call(readReports, { params })).body.knowsException).toBe(false);
  });
});
