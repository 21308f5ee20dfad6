import {
  addMaterial,
  publishSelfTest,
  readMaterial,
  readModule,
  readSelfTest,
  type SelfTestDraft,
  saveSelfTest,
} from '@libretto/contracts';
import { anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aSelfTest, someQuestions } from './self-test.builder';
import { SelfTestDraft as DraftRow, SelfTestVersion } from './self-test.entity';

async function aDraft(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, { languages: ['en', 'it'] });
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const ana = await aParticipant(app, editionId);
  const inModule = { params: { editionId, moduleNumber: 1 } };
  const body = { kind: 'self-test' as const, title: 'Check yourself' };
  const { id: materialId } = (await tutor.caller.call(addMaterial, { ...inModule, body })).body;
  const params = { editionId, materialId };
  const read = async () => (await tutor.caller.call(readSelfTest, { params })).body;
  const save = (to: Partial<SelfTestDraft>, from: Partial<SelfTestDraft> = {}) =>
    tutor.caller.call(saveSelfTest, { params, body: { from, to } });
  const publish = () => tutor.caller.call(publishSelfTest, { params });
  return { editionId, tutor, ana, params, inModule, read, save, publish };
}

const questions = () => someQuestions() as unknown as SelfTestDraft['questions'];

describeOnEachDatabase('a self-test', (app) => {
  it('begins with a title in the programme’s language, and is its authors’ until it is published', async () => {
    const { ana, inModule, params, read, save, publish } = await aDraft(app());
    expect(await read()).toMatchObject({
      languages: ['en', 'it'],
      draft: { title: { en: 'Check yourself' }, questions: [], settings: { attempts: null, passPercent: 70 } },
      ...{ isChanged: true, published: null, can: { change: true } },
    });
    const listed = async () => (await ana.caller.call(readModule, inModule)).body.materials;
    expect([await listed(), (await ana.caller.call(readMaterial, { params })).status]).toEqual([[], 404]);
    expect((await publish()).body).toMatchObject({ code: 'modules.self-test-not-ready', numbers: { faults: 1 } });
    const title = { en: 'Check yourself', it: 'Mettiti alla prova' };
    expect((await save({ questions: questions(), title }, { title: { en: 'Check yourself' } })).status).toBe(200);
    expect((await publish()).body).toEqual({ number: 1 });
    expect((await publish()).body.code).toBe('modules.self-test-unchanged');
    expect(await listed()).toMatchObject([{ kind: 'self-test', title, isPublished: true, isOpen: true }]);
    expect(await read()).toMatchObject({ isChanged: false, published: { number: 1 } });
  });

  it('loses nothing that two windows write, and asks where both wrote the same', async () => {
    const { read, save } = await aDraft(app());
    const [one, two] = questions();
    await save({ questions: [one!, two!] });
    const changed = (question: typeof one, en: string) => ({ ...question!, text: { en } });
    const from = { questions: [one!, two!] };
    await save({ questions: [changed(one, 'First?'), two!] }, from);
    const other = await save({ questions: [one!, changed(two, 'Second?')] }, from);
    expect(other.body.stored.questions.map(({ text }) => text['en'])).toEqual(['First?', 'Second?']);
    expect((await save({ questions: [changed(one, 'Mine?'), two!] }, from)).body.code).toBe('common.changed-elsewhere');
    expect((await read()).draft.questions.map(({ text }) => text['en'])).toEqual(['First?', 'Second?']);
  });

  it('is published once by several at once', async () => {
    const { save, publish, params } = await aDraft(app());
    await save({ questions: questions() });
    const answers = await Promise.all(Array.from({ length: 6 }, publish));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await app().rows(SelfTestVersion, { materialId: params.materialId })).toHaveLength(1);
  });

  it('keeps hostile words as words, and takes nothing that has no place in it', async () => {
    const { save, read, params } = await aDraft(app());
    const [one, two] = questions();
    const hostile = { ...one!, text: { en: '<script>alert(1)</script>\n{{ 7 * 7 }}' } };
    expect((await save({ questions: [hostile] })).body.stored.questions).toEqual([hostile]);
    const bad = [
      { questions: [{ ...one!, kind: 'essay' }] },
      { questions: [one!, { ...two!, rowId: one!.rowId }] },
      { questions: [{ ...one!, rowId: '../x' }] },
      { questions: [{ ...one!, text: { __proto__x: 'a' } }] },
      { questions: [{ ...one!, text: { en: 'to\u202Etest' } }] },
      { questions: [{ ...one!, points: 0 }] },
      { settings: { ...aSelfTest().settings, passPercent: 101 } },
      { settings: { ...aSelfTest().settings, attempts: 0 } },
      { title: { en: 'x'.repeat(161) } },
    ];
    for (const to of bad) expect([to, (await save(to as never)).body.code]).toEqual([to, 'common.bad-input']);
    const long = Array.from({ length: 60 }, (_, at) => ({
      ...one!,
      rowId: `q${at}`,
      feedback: { en: 'ђ'.repeat(600) },
    }));
    expect((await save({ questions: long }, await read().then(({ draft }) => draft))).body.code).toBe(
      'modules.self-test-too-long',
    );
    expect(await app().rows(DraftRow, { materialId: params.materialId })).toMatchObject([
      { content: { questions: [hostile] } },
    ]);
  });

  it('is written by tutors of that edition only', async () => {
    const { ana, params } = await aDraft(app());
    const elsewhere = await aDraft(app());
    for (const { caller } of [ana, elsewhere.tutor]) {
      expect((await caller.call(readSelfTest, { params })).status).toBe(403);
      expect((await caller.call(saveSelfTest, { params, body: { from: {}, to: {} } })).status).toBe(403);
      expect((await caller.call(publishSelfTest, { params })).status).toBe(403);
    }
  });
});
