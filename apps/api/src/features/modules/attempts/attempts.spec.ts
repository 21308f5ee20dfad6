import * as contracts from '@libretto/contracts';
import {
  addMaterial,
  type AskedQuestion,
  beginAttempt,
  checkAnswer,
  finishAttempt,
  type InputOf,
  publishSelfTest,
  readAttempt,
  readModule,
  readOwnAttempts,
  readTestStatistics,
  type Route,
  saveAnswers,
  saveSelfTest,
} from '@libretto/contracts';
import type { TestSettings } from '@libretto/domain';
import { Transaction } from '../../../platform/database/transaction';
import { anEditionOf, aParticipant, aPerson, close } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { AccountLeaves } from '../../accounts';
import { ModulesPersonalData } from '../modules-personal-data';
import { MaterialProgress } from '../progress/material-progress.entity';
import { aSelfTest, someQuestions } from '../self-tests/self-test.builder';
import { TestAnswer, TestAttempt } from './attempt.entity';

/** A published self-test, somebody who takes it and its author. */
async function aTest(app: TestApp, settings: Partial<TestSettings> = {}, questions = someQuestions()) {
  const { id: editionId } = await anEditionOf(app);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const ana = await aParticipant(app, editionId);
  const inModule = { params: { editionId, moduleNumber: 1 } };
  const body = { kind: 'self-test' as const, title: 'Check yourself' };
  const { id: materialId } = (await tutor.caller.call(addMaterial, { ...inModule, body })).body;
  const params = { editionId, materialId };
  const write = (to: InputOf<typeof saveSelfTest>['body']['to'], from: typeof to = {}) =>
    tutor.caller.call(saveSelfTest, { params, body: { from, to } });
  const {
    introduction,
    settings: all,
    questions: asked,
  } = aSelfTest(settings, questions) as never as contracts.SelfTestDraft;
  const before = (await tutor.caller.call(contracts.readSelfTest, { params })).body.draft;
  await write({ introduction, settings: all, questions: asked }, before);
  const publish = () => tutor.caller.call(publishSelfTest, { params });
  expect((await publish()).body.number).toBe(1);
  const begin = (caller = ana.caller) => caller.call(beginAttempt, { params });
  const inAttempt = (number: number) => ({ ...params, number: number as never });
  const save = (number: number, answers: InputOf<typeof saveAnswers>['body']['answers'], caller = ana.caller) =>
    caller.call(saveAnswers, { params: inAttempt(number), body: { answers } });
  const check = (number: number, questionId: string, answer: string | string[] | number, caller = ana.caller) =>
    caller.call(checkAnswer, { params: inAttempt(number), body: { questionId, answer } });
  const finish = (number: number, caller = ana.caller) => caller.call(finishAttempt, { params: inAttempt(number) });
  const own = async (caller = ana.caller) => (await caller.call(readOwnAttempts, { params })).body;
  const statistics = () => tutor.caller.call(readTestStatistics, { params });
  return {
    editionId,
    tutor,
    ana,
    params,
    inModule,
    write,
    publish,
    begin,
    save,
    check,
    finish,
    own,
    statistics,
    inAttempt,
  };
}

const placeOf = ({ options }: AskedQuestion, en: string) => options.find(({ text }) => text['en'] === en)!.id;

/** What is right, by the places on this sheet. */
const rightOf = (questions: readonly AskedQuestion[]): Record<string, string | string[] | number> =>
  Object.fromEntries(
    questions.map((one) => {
      const places = (...words: string[]) => words.map((word) => placeOf(one, word));
      const right = {
        choice: () => placeOf(one, 'The institution'),
        choices: () => places('Outcomes', 'Level'),
        order: () => places('Receive', 'Assess', 'Decide'),
        match: () => places('1997', '1999', '2011'),
        number: () => 47_121,
        text: () => ' TOLD-lisbon ',
      };
      return [one.id, right[one.kind]()];
    }),
  );

describeOnEachDatabase('taking a self-test', (app) => {
  it('tells nothing of what is right before it is answered, under no address of the edition', async () => {
    const { ana, params, begin, save } = await aTest(app(), { feedback: 'end' });
    const { body } = await begin();
    await save(1, {
      choice: placeOf(
        body.questions.find(({ id }) => id === 'choice')!,
        'The embassy',
      ),
      number: 5,
    });
    const values: Record<string, string> = { ...params, moduleNumber: '1', number: '1' };
    const routes = (Object.values(contracts) as Route[]).filter(
      ({ path, method }) =>
        method === 'GET' &&
        path?.startsWith('/editions/:editionId') &&
        [...path.matchAll(/:(\w+)/g)].every(([, name]) => values[name!]),
    );
    expect(routes.length).toBeGreaterThan(20);
    const said = await Promise.all(
      routes.map(async (route) => [route.path, await ana.caller.call(route, { params: values } as never)] as const),
    );
    expect(said.filter(([, { status }]) => status === 200).map(([path]) => path)).toEqual(
      expect.arrayContaining([readOwnAttempts.path, readAttempt.path, readModule.path]),
    );
    for (const [path, { bytes }] of [...said, ['begin', await begin()] as const])
      expect([path, bytes.toString().match(/told|47119|isRight|tolerance":3/)]).toEqual([path, null]);
  });

  it('scores what is handed in, tells what was right, and whoever passes has finished', async () => {
    const { ana, inModule, params, begin, save, finish, own } = await aTest(app(), { feedback: 'end', attempts: 3 });
    const { questions } = (await begin()).body;
    expect(questions.every(({ answer, outcome }) => answer === null && outcome === null)).toBe(true);
    const right = rightOf(questions);
    expect(
      (await save(1, { choice: right['choice']!, order: [...(right['order'] as string[])].reverse() })).status,
    ).toBe(204);
    const poor = await finish(1);
    expect(poor.body).toMatchObject({ number: 1, percent: 16, isPassed: false });
    expect(poor.body.questions.find(({ id }) => id === 'text')?.outcome).toMatchObject({
      percent: 0,
      right: ['told-Lisbon'],
      feedback: { en: 'told of text' },
    });
    const progress = async () => (await ana.caller.call(readModule, inModule)).body.materials[0]?.progress ?? null;
    expect(await progress()).toBeNull();
    const second = (await begin()).body;
    expect(second.number).toBe(2);
    await save(2, rightOf(second.questions));
    // A second thought: the answer to one question is taken back.
    await save(2, { number: null });
    expect((await finish(2)).body).toMatchObject({ percent: 83, isPassed: true });
    expect((await finish(2)).body).toMatchObject({ percent: 83, isPassed: true });
    expect(await progress()).toMatchObject({ finishedBy: 'passed' });
    await begin();
    await finish(3);
    expect(await own()).toMatchObject({ best: 2, left: 0, open: null, can: { begin: false } });
    expect((await own()).taken.map(({ percent }) => percent)).toEqual([0, 83, 16]);
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'modules.attempts-used', numbers: { of: 3 } } });
    expect(await progress()).toMatchObject({ finishedBy: 'passed' });
    const read = await ana.caller.call(readAttempt, { params: { ...params, number: 2 as never } });
    expect(read.body.questions.map(({ outcome }) => outcome?.percent)).toEqual(
      second.questions.map(({ id }) => (id === 'number' ? 0 : 100)),
    );
  });

  it('tells after each question, which then stays as it was answered', async () => {
    const { begin, save, check, finish, own } = await aTest(app());
    const { questions } = (await begin()).body;
    const choice = questions.find(({ id }) => id === 'choice')!;
    const wrong = placeOf(choice, 'The embassy');
    expect((await check(1, 'choice', wrong)).body).toMatchObject({
      answer: wrong,
      outcome: {
        percent: 0,
        right: placeOf(choice, 'The institution'),
        feedback: { en: 'told of choice' },
        remarks: [{ id: wrong, text: { en: 'told: no' } }],
      },
    });
    // Another window that did not know answers otherwise.
    expect((await check(1, 'choice', placeOf(choice, 'The institution'))).body).toMatchObject({ answer: wrong });
    expect((await save(1, { choice: wrong })).status).toBe(204);
    expect((await save(1, { choice: placeOf(choice, 'The institution') })).body.code).toBe('modules.answer-checked');
    const now = (await own()).open?.questions.filter(({ outcome }) => outcome !== null);
    expect(now?.map(({ id }) => id)).toEqual(['choice']);
    await finish(1);
    expect((await save(1, { text: 'late' })).body.code).toBe('modules.attempt-finished');
    expect((await check(1, 'text', 'late')).body.code).toBe('modules.attempt-finished');
  });

  it('checks no single answer where all is told at the end', async () => {
    const { begin, check } = await aTest(app(), { feedback: 'end' });
    await begin();
    expect((await check(1, 'text', 'told-Lisbon')).body.code).toBe('modules.feedback-at-the-end');
  });

  it('stays with the version that was begun; the next attempt takes the new one', async () => {
    const { begin, write, publish, finish, own, tutor, params } = await aTest(app(), { attempts: 1, passPercent: 0 });
    await begin();
    const { draft } = (await tutor.caller.call(contracts.readSelfTest, { params })).body;
    await write({ questions: draft.questions.slice(0, 1), settings: { ...draft.settings, attempts: 2 } }, draft);
    expect((await publish()).body.number).toBe(2);
    expect((await begin()).body).toMatchObject({ number: 1 });
    expect((await finish(1)).body).toMatchObject({ percent: 0, isPassed: true });
    expect(await own()).toMatchObject({ left: 1, questions: 1 });
    expect((await begin()).body).toMatchObject({ number: 2, questions: [{ id: 'choice' }] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a question that it does not ask', { other: '0' }],
    ['an option that there is not', { choice: '9' }],
    ['an option by its name in the test', { choice: 'told-c1' }],
    ['a text for a number', { number: 'five' }],
    ['a list of one thing twice', { order: ['0', '0', '1'] }],
    ['a text without end', { text: 'x'.repeat(301) }],
  ])('takes no answer to %s', async (_, answers) => {
    const { begin, save, ana } = await aTest(app());
    await begin();
    expect((await save(1, { text: 'kept', ...answers } as never)).body.code).toBe('common.bad-input');
    expect(
      await app().rows(TestAnswer, {
        attemptId: (await app().rows(TestAttempt, { enrolmentId: ana.enrolment.id }))[0]!.id,
      }),
    ).toEqual([]);
  });

  it('takes back what was answered, and nothing of very many questions that it does not ask', async () => {
    const { begin, save, own } = await aTest(app());
    await begin();
    await save(1, { text: 'mine' });
    const nothing = Object.fromEntries(Array.from({ length: 33_000 }, (_, at) => [`q${at}`, null]));
    expect((await save(1, { text: null, ...nothing })).status).toBe(204);
    expect((await own()).open?.questions.find(({ id }) => id === 'text')?.answer).toBeNull();
  });

  it('is one attempt for many windows at once, with the answers of all', async () => {
    const { ana, params, begin, save, finish } = await aTest(app(), { attempts: 1, feedback: 'end' });
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin()));
    expect(new Set(begun.map(({ status, body }) => `${status} ${body.number}`))).toEqual(new Set(['201 1']));
    const right = Object.entries(rightOf(begun[0]!.body.questions));
    await Promise.all(right.flatMap(([id, answer]) => [save(1, { [id]: answer }), save(1, { [id]: answer })]));
    const ended = await Promise.all(Array.from({ length: 6 }, () => finish(1)));
    expect(new Set(ended.map(({ body }) => body.percent))).toEqual(new Set([100]));
    const again = await Promise.all(Array.from({ length: 6 }, () => begin()));
    expect(new Set(again.map(({ body }) => body.code))).toEqual(new Set(['modules.attempts-used']));
    const rows = await app().rows(TestAttempt, { enrolmentId: ana.enrolment.id, materialId: params.materialId });
    expect(rows).toHaveLength(1);
    expect(await app().rows(TestAnswer, { attemptId: rows[0]!.id })).toHaveLength(6);
    expect(await app().rows(MaterialProgress, { materialId: params.materialId })).toMatchObject([
      { finishedBy: 'passed' },
    ]);
  });

  it('is one’s own: nobody else has it, tutors neither, and not before it is published', async () => {
    const { ana, tutor, editionId, params, inModule, inAttempt, begin, save } = await aTest(app());
    const ben = await aParticipant(app(), editionId);
    await begin();
    await save(1, { text: 'mine' });
    expect((await ben.caller.call(readAttempt, { params: inAttempt(1) })).status).toBe(404);
    expect((await save(1, { text: 'theirs' }, ben.caller)).status).toBe(404);
    expect((await tutor.caller.call(readOwnAttempts, { params })).status).toBe(403);
    expect((await begin(tutor.caller)).status).toBe(403);
    for (const route of [contracts.readSelfTest, readTestStatistics])
      expect((await ana.caller.call(route, { params })).status).toBe(403);
    const elsewhere = await aTest(app());
    expect((await begin(elsewhere.ana.caller)).status).toBe(403);
    const body = { kind: 'self-test' as const, title: 'Later' };
    const { id: materialId } = (await tutor.caller.call(addMaterial, { ...inModule, body })).body;
    expect((await ana.caller.call(beginAttempt, { params: { editionId, materialId } })).status).toBe(404);
    expect((await tutor.caller.call(publishSelfTest, { params: { editionId, materialId } })).body.code).toBe(
      'modules.self-test-not-ready',
    );
  });

  it('is in the copy of what is held about its person, in words, and in nobody else’s', async () => {
    const { ana, editionId, begin, save, finish } = await aTest(app());
    const { questions } = (await begin()).body;
    const { choice, match } = rightOf(questions);
    await save(1, { choice, match, text: '<b>mine</b>' } as never);
    await finish(1);
    const about = (enrolmentId: string) => app().get(ModulesPersonalData).about([enrolmentId]);
    const ben = await aParticipant(app(), editionId);
    expect((await about(ben.enrolment.id)).selfTests).toEqual([]);
    expect((await about(ana.enrolment.id)).selfTests).toMatchObject([
      {
        test: { en: 'Check yourself' },
        number: 1,
        percent: 33,
        answers: expect.arrayContaining([
          expect.objectContaining({
            question: { en: 'Who decides?' },
            answer: [{ en: 'The institution' }],
            percent: 100,
          }),
          expect.objectContaining({ answer: [{ en: '1997' }, { en: '1999' }, { en: '2011' }] }),
          expect.objectContaining({ question: { en: 'Which convention?' }, answer: '<b>mine</b>', percent: 0 }),
        ]),
      },
    ]);
  });

  it('goes with the account of its person; that they passed stays', async () => {
    const test = await aTest(app());
    const ben = await aParticipant(app(), test.editionId);
    for (const { caller } of [test.ana, ben]) {
      const { questions } = (await test.begin(caller)).body;
      await test.save(1, rightOf(questions), caller);
      await test.finish(1, caller);
    }
    const leaving = new AccountLeaves(test.ana.account.id);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(leaving));
    const { materialId } = test.params;
    const left = await app().rows(TestAttempt, { materialId });
    expect(left.map(({ enrolmentId }) => enrolmentId)).toEqual([ben.enrolment.id]);
    expect(await app().rows(TestAnswer, { attemptId: left[0]!.id })).toHaveLength(6);
    expect(await app().rows(MaterialProgress, { materialId })).toHaveLength(2);
  });

  it('ends with its edition: what was handed in can still be read', async () => {
    const { ana, editionId, begin, save, finish, own, inAttempt } = await aTest(app());
    await begin();
    await finish(1);
    await begin();
    await close(app(), editionId);
    expect((await save(2, { text: 'late' })).body.code).toBe('editions.is-closed');
    expect((await finish(2)).body.code).toBe('editions.is-closed');
    expect((await begin()).body.code).toBe('editions.is-closed');
    expect(await own()).toMatchObject({ open: null, can: { begin: false }, best: 1 });
    expect((await ana.caller.call(readAttempt, { params: inAttempt(1) })).status).toBe(200);
  });
});

describeOnEachDatabase('the statistics of a self-test', (app) => {
  /** Answers a whole attempt: rightly, but for what is said. */
  const take = async (test: Awaited<ReturnType<typeof aTest>>, caller: Caller, but: (of: AskedQuestion) => unknown) => {
    const { number, questions } = (await test.begin(caller)).body;
    const right = rightOf(questions);
    const answers = Object.fromEntries(questions.map((one) => [one.id, but(one) ?? right[one.id]]));
    await test.save(number, answers as never, caller);
    await test.finish(number, caller);
  };
  const embassy = (one: AskedQuestion) => (one.id === 'choice' ? placeOf(one, 'The embassy') : undefined);

  it('count first attempts, and show the wrong answer that several gave, without names', async () => {
    const test = await aTest(app(), { feedback: 'end' });
    const people = [test.ana, await aParticipant(app(), test.editionId), await aParticipant(app(), test.editionId)];
    const [ana, ben, eva] = people.map(({ caller }) => caller) as [Caller, Caller, Caller];
    await take(test, ana, (one) => (one.id === 'text' ? '<img src=x onerror=alert(1)>' : embassy(one)));
    await take(test, ben, (one) => (one.id === 'choices' ? [placeOf(one, 'Prestige')] : embassy(one)));
    await take(test, eva, (one) => (one.id === 'match' ? ['', '', ''] : undefined));
    await take(test, ana, () => undefined);
    const { body, statements } = await test.statistics();
    expect(body).toMatchObject({ people: 3, passed: 2, mean: 72 });
    const of = (id: string) => body.questions.find((one) => one.id === id);
    expect(of('choice')).toMatchObject({
      ...{ answered: 3, right: 1, mean: 33 },
      wrong: { people: 2, options: [{ en: 'The embassy' }], typed: null },
    });
    // What one person alone wrote or chose is nobody else's business.
    expect(of('text')).toMatchObject({ answered: 3, right: 2, wrong: null });
    expect(of('match')).toMatchObject({ answered: 3, right: 2, wrong: null });
    await take(test, (await aParticipant(app(), test.editionId)).caller, () => undefined);
    const more = await test.statistics();
    expect(more.body.people).toBe(4);
    expect(more.statements).toBe(statements);
    expect(statements).toBeLessThanOrEqual(6);
    expect(JSON.stringify(body)).not.toMatch(/Kovač|enrolment/);
  });

  it('are empty before anybody has handed anything in', async () => {
    const test = await aTest(app());
    await test.begin();
    await test.save(1, { text: 'open' });
    expect((await test.statistics()).body).toMatchObject({ people: 0, passed: 0, mean: null });
  });
});
