import {
  answerQuestion,
  type FormField,
  readDossier,
  readMyApplication,
  recordFinding,
  saveApplication,
} from '@libretto/contracts';
import { type Answers, emptyForm } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { preferringExperience } from '../../programmes/programme.builder';
import { aDeclaration, aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Declaration } from '../dossier/declaration.entity';
import { DossierReturn } from '../return/dossier-return.entity';
import { ReturnQuestion } from '../return/return-question.entity';

const label = { en: 'Label', it: 'Etichetta' };
const texts: FormField[] = Array.from({ length: 40 }, (_, at) => ({
  id: `field-${at}`,
  kind: 'text',
  label,
  long: true,
}));
const fields: FormField[] = [
  ...texts,
  { id: 'tools', kind: 'group', label, fields: [{ id: 'name', kind: 'text', label }] },
];
const stillOpen = {
  startsOn: '2026-12-14',
  endsOn: '2027-01-22',
  applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
};

async function aDraft(app: TestApp, form = emptyForm) {
  const { id: editionId } = await anEditionOf(
    app,
    { admission: { ...preferringExperience(), form: fields } },
    stillOpen,
  );
  const { caller } = await anApplicant(app, editionId, { application: { state: 'draft', submittedAt: null, form } });
  const params = { editionId };
  return {
    params,
    read: async () => (await caller.call(readMyApplication, { params })).body.application?.form ?? emptyForm,
    save: (from: object, to: object) => caller.call(saveApplication, { params, body: { from, to } }),
    inDatabase: async () => (await app.rows(Application, { editionId }))[0]?.form,
  };
}

describeOnEachDatabase('a draft in two windows', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('keeps what both wrote, field by field and row by row', async () => {
    const { read, save } = await aDraft(app(), aForm());
    const before = await read();
    const [degree] = before.degrees;
    const long = 'x'.repeat(700);
    expect((await save({ motivation: before.motivation }, { motivation: long })).status).toBe(200);
    const second = await save(
      { degrees: before.degrees, exceptionalConditions: '' },
      { degrees: [{ ...degree, title: 'Magistra' }], exceptionalConditions: 'ab' },
    );
    expect(second.body.stored).toMatchObject({
      motivation: long,
      exceptionalConditions: 'ab',
      degrees: [{ ...degree, title: 'Magistra' }],
    });
    expect(
      (
        await save(
          { degrees: before.degrees },
          {
            degrees: [
              { ...degree, year: 2013 },
              { ...degree, rowId: 'new', title: 'Doctor' },
            ],
          },
        )
      ).status,
    ).toBe(200);
    expect((await read()).degrees).toEqual([
      { ...degree, title: 'Magistra', year: 2013 },
      { ...degree, rowId: 'new', title: 'Doctor' },
    ]);
  });

  it('refuses a second change of the same field with both values, and keeps the first', async () => {
    const { read, save } = await aDraft(app());
    await save({ motivation: '' }, { motivation: 'Theirs.' });
    const answer = await save({ motivation: '' }, { motivation: 'Mine.', exceptionalConditions: 'Also mine.' });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'common.changed-elsewhere',
        clashes: [{ path: ['motivation'], mine: 'Mine.', theirs: 'Theirs.' }],
        stored: { motivation: 'Theirs.' },
      },
    });
    expect(await read()).toMatchObject({ motivation: 'Theirs.', exceptionalConditions: '' });
    expect((await save({ motivation: 'Theirs.' }, { motivation: 'Mine.' })).status).toBe(200);
    expect((await read()).motivation).toBe('Mine.');
  });

  it('asks about two changes that are right alone and wrong together', async () => {
    const { read, save } = await aDraft(
      app(),
      aForm({ posts: [{ employer: 'A', role: 'B', from: '2019-01-01', until: '2021-01-01' }] }),
    );
    const { posts } = await read();
    await save({ posts }, { posts: posts.map((post) => ({ ...post, until: '2019-06-01' })) });
    const answer = await save({ posts }, { posts: posts.map((post) => ({ ...post, from: '2020-01-01' })) });
    const [theirs] = (await read()).posts as { rowId?: string }[];
    const mine = { ...posts[0], from: '2020-01-01' };
    expect(answer).toMatchObject({
      status: 409,
      body: { clashes: [{ path: ['posts', theirs?.rowId], mine, theirs }], stored: { posts: [theirs] } },
    });
    expect((await save({ posts: [theirs] }, { posts: [mine] })).body.stored).toMatchObject({ posts: [mine] });
  });

  it('asks about rows that are too many together, in every form and in an own field', async () => {
    const { read, save } = await aDraft(app());
    const degrees = (window: string) =>
      Array.from({ length: 15 }, (_, at) => ({
        rowId: `${window}${at}`,
        title: `${window} ${at}`,
        institution: 'Sapienza',
        country: 'IT',
        eqfLevel: 6,
        year: 2010,
      }));
    expect((await save({ degrees: [] }, { degrees: degrees('a') })).status).toBe(200);
    expect(await save({ degrees: [] }, { degrees: degrees('b') })).toMatchObject({
      status: 409,
      body: { clashes: [{ path: ['degrees'], mine: degrees('b'), theirs: degrees('a') }] },
    });
    expect((await read()).degrees).toEqual(degrees('a'));
    const tools = (window: string) => ({
      answers: { tools: Array.from({ length: 6 }, (_, at) => ({ rowId: `${window}${at}`, name: `Tool ${at}` })) },
    });
    expect((await save({ answers: {} }, tools('a'))).status).toBe(200);
    expect(await save({ answers: {} }, tools('b'))).toMatchObject({
      status: 409,
      body: { clashes: [{ path: ['answers', 'tools'] }] },
    });
    expect((await save({ degrees: degrees('a') }, { degrees: [...degrees('a'), ...degrees('c')] })).body).toMatchObject(
      {
        code: 'common.bad-input',
        fields: [{ path: 'to.degrees', message: 'Add at most 20 rows.' }],
      },
    );
  });

  it.each([
    [
      'one list',
      {
        languages: [
          { rowId: 'a', language: 'en', level: 'B2' },
          { rowId: 'a', language: 'it', level: 'C1' },
        ],
      },
    ],
    [
      'an own field',
      {
        answers: {
          tools: [
            { rowId: 'a', name: 'ARENA' },
            { rowId: 'a', name: 'DEQAR' },
          ],
        },
      },
    ],
  ])('refuses two rows of one id in %s', async (_, to) => {
    const { save, inDatabase } = await aDraft(app());
    const answer = await save({}, to);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'common.bad-input',
        fields: [{ message: 'This value isn’t valid. Check it and the fields next to it.' }],
      },
    });
    expect(await inDatabase()).toEqual(emptyForm);
  });

  it('keeps all of fifty changes of different fields at once', async () => {
    const { save, inDatabase } = await aDraft(app());
    const written = Object.fromEntries(texts.map(({ id }) => [id, `Text of ${id}.`]));
    const degree = { institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2010 };
    const changes: [object, object][] = [
      ...Object.entries(written).map(([id, text]): [object, object] => [{ answers: {} }, { answers: { [id]: text } }]),
      ...Array.from({ length: 8 }, (_, at): [object, object] => [
        { degrees: [] },
        { degrees: [{ ...degree, rowId: `d${at}`, title: `Degree ${at}` }] },
      ]),
      [{ motivation: '' }, { motivation: 'Because.' }],
      [{ exceptionalConditions: '' }, { exceptionalConditions: 'Also.' }],
    ];
    const answers = await Promise.all(changes.map(([from, to]) => save(from, to)));
    expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200));
    const form = await inDatabase();
    expect(form?.answers).toEqual(written as Answers);
    expect(form?.degrees.map(({ title }) => title).sort()).toEqual(
      Array.from({ length: 8 }, (_, at) => `Degree ${at}`),
    );
    expect(form).toMatchObject({ motivation: 'Because.', exceptionalConditions: 'Also.' });
  });
});

describeOnEachDatabase('a finding and an answer in two windows', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('keep what is beside them, and ask about the same', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { caller, account } = await aPerson(app(), { editions: [{ editionId, role: 'chair' }] });
    const { application } = await anApplicant(app(), editionId, { application: { state: 'under-review' } });
    await app().build(Declaration, aDeclaration({ applicationId: application.id, accountId: account.id }));
    const of = { editionId, applicationId: application.id };
    const find = (from: object, to: object) =>
      caller.call(recordFinding, { params: { ...of, criterionId: 'degree' }, body: { from, to } });
    expect((await find({}, { note: 'Alone.' })).status).toBe(422);
    expect((await find({}, { finding: 'met' })).body.stored).toEqual({ finding: 'met', note: '' });
    expect((await find({ note: '' }, { note: 'As the file shows.' })).body.stored).toEqual({
      finding: 'met',
      note: 'As the file shows.',
    });
    expect((await find({ finding: 'met' }, { finding: 'not-met' })).body.stored).toEqual({
      finding: 'not-met',
      note: 'As the file shows.',
    });
    expect(await find({ note: '' }, { note: 'Otherwise.' })).toMatchObject({
      status: 409,
      body: { clashes: [{ path: ['note'], mine: 'Otherwise.', theirs: 'As the file shows.' }] },
    });
    expect((await caller.call(readDossier, { params: of })).body.dossier?.questions[0]?.mine).toEqual({
      finding: 'not-met',
      note: 'As the file shows.',
    });
  });

  it('keep the first of two answers', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { account: chair } = await aPerson(app());
    const { application, caller } = await anApplicant(app(), editionId, { application: { state: 'returned' } });
    const asked = {
      id: newId(),
      applicationId: application.id,
      number: 1,
      word: '',
      byId: chair.id,
      answeredAt: null,
      lapsedAt: null,
    };
    await app().build(DossierReturn, {
      ...asked,
      at: new Date('2026-11-23T08:00:00Z'),
      answerUntil: new Date('2026-12-01T08:00:00Z'),
    });
    const questionId = newId();
    await app().build(ReturnQuestion, {
      id: questionId,
      returnId: asked.id,
      field: 'degrees',
      text: 'Which was the first?',
      answer: '',
    });
    const answer = (from: string, to: string) =>
      caller.call(answerQuestion, {
        params: { editionId, questionId },
        body: { from: { answer: from }, to: { answer: to } },
      });
    expect((await answer('', 'The first.')).status).toBe(200);
    expect(await answer('', 'The second.')).toMatchObject({
      status: 409,
      body: { clashes: [{ path: ['answer'], mine: 'The second.', theirs: 'The first.' }] },
    });
    expect((await answer('The first.', 'The second.')).body.stored).toEqual({ answer: 'The second.' });
  });
});
