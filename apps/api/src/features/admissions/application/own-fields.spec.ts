import {
  addEvidence,
  declareConflicts,
  type FormField,
  readDossier,
  readEvidenceFile,
  readMyApplication,
  saveApplication,
  startApplication,
  submitApplication,
} from '@libretto/contracts';
import { withoutRowIds } from '@libretto/domain';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { smallPdf } from '../../../testing/small-files';
import { aColleague, anEditionOf, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aDefinition } from '../../programmes/programme.builder';
import { aChange, aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';

const pdf = { name: 'statement.pdf', content: smallPdf };
const same = (text: string) => ({ en: text, it: text });

const form: FormField[] = [
  {
    id: 'kinds',
    kind: 'choice',
    label: { en: 'Decisions', it: 'Decisioni' },
    options: [
      { id: 'academic', label: same('academic') },
      { id: 'none', label: same('none') },
    ],
    several: true,
    required: true,
  },
  {
    id: 'a-year',
    kind: 'number',
    label: same('How many'),
    min: 1,
    required: true,
    when: { field: 'kinds', is: ['academic'] },
  },
  {
    id: 'tools',
    kind: 'group',
    label: same('Tools'),
    max: 2,
    fields: [
      { id: 'name', kind: 'text', label: same('Name'), required: true },
      { id: 'since', kind: 'date', label: same('Since') },
    ],
  },
  { id: 'statement', kind: 'file', label: same('Statement'), required: true, when: { field: 'a-year' } },
  { id: 'story', kind: 'text', label: same('Story'), long: true, max: 4000 },
];

/** An edition whose programme asks these fields, and somebody whose application has every other field filled in. */
async function whoHasBegun(app: TestApp) {
  const { admission } = aDefinition();
  const stillOpen = {
    startsOn: '2026-12-14',
    endsOn: '2027-01-22',
    applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
  };
  const { id: editionId } = await anEditionOf(app, { admission: { ...admission, form } }, stillOpen);
  const params = { editionId };
  const { caller } = await aColleague(app);
  await caller.call(startApplication, { params });
  const { answers: _, ...fixed } = aForm();
  await caller.call(saveApplication, { params, body: aChange(fixed) });
  await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf);
  let before = {};
  const save = async (answers: object) => {
    const answer = await caller.call(saveApplication, {
      params,
      body: { from: { answers: before }, to: { answers: answers as never } },
    });
    if (answer.status === 200) before = answers;
    return answer;
  };
  const missing = async () => (await caller.call(readMyApplication, { params })).body.application?.missing;
  const stored = async () => withoutRowIds((await app.rows(Application, { editionId }))[0]?.form.answers);
  return { editionId, params, caller, save, missing, stored };
}

/** A member of this edition's commission who has declared to be in no conflict with its one applicant. */
async function whoReads(app: TestApp, editionId: string) {
  const { caller } = await aPerson(app, { editions: [{ editionId, role: 'member' }] });
  const [application] = await app.rows(Application, { editionId });
  const params = { editionId, applicationId: application?.id as string };
  await caller.call(declareConflicts, {
    params: { editionId },
    body: { applicationIds: [params.applicationId], conflict: null },
  });
  return { caller, params };
}

describeOnEachDatabase('own fields of a form', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('are asked where they show, kept as they are answered, and read by the commission with their labels', async () => {
    const { caller, params, editionId, save, missing, stored } = await whoHasBegun(app());
    expect((await caller.call(readMyApplication, { params })).body.fields).toEqual(form);
    expect(await missing()).toEqual(['own.kinds']);
    const answers = { kinds: ['academic'], 'a-year': 240, tools: [{ name: 'ARENA', since: '2020-02-29' }, {}] };
    expect((await save(answers)).status).toBe(200);
    expect(await stored()).toEqual(answers);
    expect(await missing()).toEqual(['own.statement']);
    expect((await caller.call(submitApplication, { params })).body).toMatchObject({ code: 'admissions.incomplete' });
    await caller.upload(addEvidence, { params, query: { kind: 'other', field: 'statement' } }, pdf);
    expect(await missing()).toEqual([]);
    expect((await caller.call(submitApplication, { params })).status).toBe(204);

    const member = await whoReads(app(), editionId);
    const { dossier } = (await member.caller.call(readDossier, { params: member.params })).body;
    expect(dossier).toMatchObject({
      fields: form,
      form: { answers: { kinds: ['academic'], 'a-year': 240, tools: [{ name: 'ARENA' }] } },
      evidence: [
        { kind: 'degree', fieldId: null },
        { kind: 'other', fieldId: 'statement' },
      ],
    });
    expect(dossier?.form.answers['tools']).toHaveLength(1);
  });

  it('do not go to the commission once they are hidden, and neither do their files', async () => {
    const { caller, params, editionId, save, missing, stored } = await whoHasBegun(app());
    await save({ kinds: ['academic'], 'a-year': 240 });
    const { body: file } = await caller.upload(
      addEvidence,
      { params, query: { kind: 'other', field: 'statement' } },
      pdf,
    );
    const [{ fileId }] = (await app().rows(Evidence, { id: file.id })) as [Evidence];
    await save({ kinds: ['none'], 'a-year': 240 });
    expect(await missing()).toEqual([]);
    // A draft keeps the hidden answers, in case the applicant changes their mind.
    expect(await stored()).toEqual({ kinds: ['none'], 'a-year': 240 });
    await caller.call(submitApplication, { params });

    expect(await stored()).toEqual({ kinds: ['none'] });
    expect(await app().rows(Evidence, { id: file.id })).toEqual([]);
    expect(await app().rows(StoredFile, { id: fileId })).toEqual([]);
    const member = await whoReads(app(), editionId);
    const { dossier } = (await member.caller.call(readDossier, { params: member.params })).body;
    expect(dossier?.fields.map(({ id }) => id)).toEqual(['kinds', 'tools', 'story']);
    expect((await member.caller.call(readEvidenceFile, { params: { editionId, evidenceId: file.id } })).status).toBe(
      404,
    );
  });

  it.each<[string, object, string]>([
    ['a field that is not there', { salary: 1 }, 'answers.salary'],
    ['what every object has', { constructor: 'x' }, 'answers.constructor'],
    ['a number as text', { 'a-year': '240' }, 'answers.a-year'],
    ['a number below its limit', { 'a-year': 0 }, 'answers.a-year'],
    ['half a decision', { 'a-year': 0.5 }, 'answers.a-year'],
    ['an option that is not there', { kinds: ['law'] }, 'answers.kinds'],
    ['too many rows', { tools: [{}, {}, {}] }, 'answers.tools'],
    ['rows without end', { tools: Array.from({ length: 5000 }, () => ({})) }, 'answers.tools'],
    ['a column that is not there', { tools: [{ price: 1 }] }, 'answers.tools.0.price'],
    ['a day that there is not', { tools: [{ name: 'x', since: '2026-02-30' }] }, 'answers.tools.0.since'],
    ['a deep structure', { tools: [{ name: { of: { what: [] } } }] }, 'answers.tools'],
    ['a text that is too long', { story: 'x'.repeat(4001) }, 'answers.story'],
    ['nothing', { story: null }, 'answers.story'],
    ['a file by hand', { statement: 'statement.pdf' }, 'answers.statement'],
    ['a list of answers', [], 'answers'],
  ])('refuse %s by name, with a reason, and keep what was there', async (_, answers, path) => {
    const { save, stored } = await whoHasBegun(app());
    await save({ 'a-year': 240 });
    const answer = await save(answers);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'common.bad-input',
        fields: [{ path: `to.${path}`, message: expect.stringMatching(/^[A-Z].*[a-z.]$/) }],
      },
    });
    expect(await stored()).toEqual({ 'a-year': 240 });
  });

  it.each<[string, string, number, string]>([
    ['a prototype', '{"from":{},"to":{"answers":{"__proto__":{"a-year":1}}}}', 422, 'common.bad-input'],
    [
      'ten megabytes',
      `{"from":{},"to":{"answers":{"story":"${'x'.repeat(10 * 1024 * 1024)}"}}}`,
      413,
      'common.request-too-large',
    ],
  ])('refuse %s', async (_, payload, status, code) => {
    const { caller, params, save, stored } = await whoHasBegun(app());
    await save({ 'a-year': 240 });
    const reply = await caller.call(
      saveApplication,
      { params, body: payload as never },
      { 'content-type': 'application/json' },
    );
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await stored()).toEqual({ 'a-year': 240 });
    expect(({} as Record<string, unknown>)['a-year']).toBeUndefined();
  });

  it('refuse a form that is too long as a whole', async () => {
    const { caller, params, save, stored } = await whoHasBegun(app());
    const posts = Array.from({ length: 20 }, (_, at) => ({
      employer: '中'.repeat(200),
      role: '中'.repeat(200),
      from: `20${at + 10}-01-01`,
      until: null,
    }));
    const degrees = Array.from({ length: 20 }, () => ({
      title: '中'.repeat(200),
      institution: '中'.repeat(200),
      country: 'TW',
      eqfLevel: 6,
      year: 2000,
    }));
    await caller.call(saveApplication, { params, body: aChange({ posts, degrees }, aForm()) });
    expect((await save({ story: '中'.repeat(4000) })).body.code).toBe('admissions.form-too-large');
    expect(await stored()).toEqual({});
  });

  it('take as many files as they say, and no others do', async () => {
    const { caller, params } = await whoHasBegun(app());
    const add = (query: { kind: 'other' | 'degree'; field?: string }) =>
      caller.upload(addEvidence, { params, query }, pdf);
    expect((await add({ kind: 'other', field: 'statement' })).status).toBe(201);
    expect((await add({ kind: 'other', field: 'statement' })).body).toMatchObject({
      code: 'admissions.field-is-full',
      numbers: { most: 1 },
    });
    expect((await add({ kind: 'other', field: 'story' })).body.code).toBe('admissions.no-such-field');
    expect((await add({ kind: 'other', field: 'salary' })).body.code).toBe('admissions.no-such-field');
    expect((await add({ kind: 'degree', field: 'statement' })).body.code).toBe('admissions.no-such-field');
    expect((await add({ kind: 'other' })).status).toBe(201);
  });

  it('cost the applicant’s page no more statements with many files than with one', async () => {
    const { caller, params } = await whoHasBegun(app());
    const statements = async () => (await caller.call(readMyApplication, { params })).statements;
    const before = await statements();
    for (let file = 0; file < 9; file++) await caller.upload(addEvidence, { params, query: { kind: 'other' } }, pdf);
    expect(await statements()).toBe(before);
  });
});
