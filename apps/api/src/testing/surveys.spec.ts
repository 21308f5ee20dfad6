import {
  answerSurvey,
  closeEdition,
  readMyCompletion,
  readMySurvey,
  readSurveyResults,
  readSurveyResultsFile,
} from '@libretto/contracts';
import { surveyFloor } from '@libretto/domain';
import { Transaction } from '../platform/database/transaction';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { anEditionOf, aParticipant, close } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { Completion } from '../features/completion/completion.entity';
import { Edition } from '../features/editions/edition.entity';
import { aSession } from '../features/schedule/session.builder';
import { LookDaily } from '../features/surveys/jobs/look-at-surveys.handlers';
import { KeepSurveys } from '../features/surveys/keep-surveys';
import { aSurvey } from '../features/surveys/survey.builder';
import { aSurveyedEdition, inItsLastWeek } from './surveyed-edition';
import { Survey, SurveyAnswer, SurveyParticipation } from '../features/surveys/survey.entity';

const now = new Date('2026-11-23T09:00:00Z');
const afterIt = new Date('2026-12-12T09:00:00Z');
const onlySurvey = { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: true };

const look = async (app: TestApp) => {
  await app.get(LookDaily).run();
  expect(await app.runJobs()).toEqual([]);
};
const answersOf = async (app: TestApp, editionId: string) => {
  const [survey] = await app.rows(Survey, { editionId });
  return survey ? app.rows(SurveyAnswer, { surveyId: survey.id }) : [];
};

describeOnEachDatabase('the survey of an edition', (app) => {
  beforeEach(() => app().clock.set(now));

  it('is answered, which meets the requirement and completes whoever had nothing else left', async () => {
    const { params, editionId, participants } = await aSurveyedEdition(app(), 1, { completion: onlySurvey });
    const [ana] = participants;
    expect((await ana!.caller.call(readMySurvey, { params })).body).toMatchObject({
      standing: 'open',
      from: '2026-11-20T23:00:00.000Z',
      until: '2026-12-11T22:59:59.000Z',
      answeredAt: null,
      isRequired: true,
      least: surveyFloor,
      questions: { length: 6 },
      can: { answer: true },
    });
    const answers = {
      useful: 4,
      pace: 'right',
      used: ['video'],
      modules: { one: 3 },
      hours: 5,
      remarks: 'More\ncases.',
    };
    expect((await ana!.caller.call(answerSurvey, { params, body: { answers } })).status).toBe(204);
    expect(Object.fromEntries((await answersOf(app(), editionId)).map((row) => [row.questionId, row.answer]))).toEqual(
      answers,
    );
    const { body } = await ana!.caller.call(readMyCompletion, { params });
    expect(body).toMatchObject({
      met: true,
      requirements: [{ kind: 'survey', met: true, answeredAt: expect.any(String) }],
    });
    expect(await app().rows(Completion, { enrolmentId: ana!.enrolment.id })).toMatchObject([
      { metAt: expect.any(Date) },
    ]);
    expect((await ana!.caller.call(readMySurvey, { params })).body).toMatchObject({
      questions: [],
      can: { answer: false },
    });
  });

  it('is answered once, whatever comes at once, and by several people at once', async () => {
    const { params, editionId, participants } = await aSurveyedEdition(app(), 4);
    const body = { answers: { useful: 5 } };
    const sent = await Promise.all(
      participants.flatMap(({ caller }) =>
        Array.from({ length: 4 }, () => caller.call(answerSurvey, { params, body })),
      ),
    );
    expect(sent.filter(({ status }) => status === 204)).toHaveLength(4);
    expect(sent.filter(({ status }) => status !== 204).map((one) => one.body.code)).toEqual(
      Array.from({ length: 12 }, () => 'surveys.answered'),
    );
    expect(await answersOf(app(), editionId)).toHaveLength(4);
    expect(await app().rows(Survey, { editionId })).toHaveLength(1);
  });

  it('takes nothing that it does not ask, and then keeps nothing', async () => {
    const { params, editionId, participants } = await aSurveyedEdition(app());
    const send = (answers: object) =>
      participants[0]!.caller.call(answerSurvey, { params, body: { answers: answers as never } });
    const bad = await send({ pace: 'slow', hours: 61, name: 'Ana' });
    expect(bad.status).toBe(422);
    expect(bad.body.fields?.map(({ path }) => path)).toEqual(['answers.useful', 'answers.hours', 'answers.name']);
    expect((await send({ useful: { deep: { deeper: 1 } } })).status).toBe(422);
    expect((await send({ useful: 1, remarks: '\u202eleft' })).status).toBe(422);
    expect(await answersOf(app(), editionId)).toEqual([]);
    expect(await app().rows(SurveyParticipation, { enrolmentId: participants[0]!.enrolment.id })).toEqual([]);
  });

  it('asks for at least one answer where none is required', async () => {
    const survey = aSurvey({ questions: aSurvey().questions.slice(1) });
    const { params, participants } = await aSurveyedEdition(app(), 1, { survey });
    const { body } = await participants[0]!.caller.call(answerSurvey, { params, body: { answers: {} } });
    expect(body.code).toBe('surveys.nothing-answered');
  });

  it('opens after the last session, tells each participant once in their language, and closes for good', async () => {
    const { params, editionId, participants, coordinator } = await aSurveyedEdition(app(), 1);
    const ivo = await aParticipant(app(), editionId, { language: 'it' });
    const times = { startsAt: new Date('2026-11-24T09:00:00Z'), endsAt: new Date('2026-11-24T11:00:00Z') };
    await app().build('Session', aSession({ editionId, ...times }));
    await look(app());
    const early = await ivo.caller.call(answerSurvey, { params, body: { answers: { useful: 1 } } });
    expect(early.body).toMatchObject({ code: 'surveys.not-open', numbers: { from: '2026-11-24' } });

    app().clock.set(new Date('2026-11-24T11:00:02Z'));
    expect(await app().runJobs()).toEqual([]);
    await look(app());
    await Promise.all([app().get(KeepSurveys).in(editionId), app().get(KeepSurveys).in(editionId)]);
    expect(await app().runJobs()).toEqual([]);
    for (const { account } of [participants[0]!, ivo])
      expect(await app().rows(SentMail, { recipient: account.email })).toHaveLength(1);
    expect((await app().rows(SentMail, { recipient: ivo.account.email }))[0]?.subject).toContain(
      'Questionario sul corso',
    );

    app().clock.set(afterIt);
    expect((await ivo.caller.call(answerSurvey, { params, body: { answers: { useful: 1 } } })).body.code).toBe(
      'surveys.closed',
    );
    await look(app());
    expect(await app().rows(Survey, { editionId })).toMatchObject([{ state: 'closed', closedAt: expect.any(Date) }]);
    // More time for the edition does not open it again.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Edition, { id: editionId }, { endsOn: '2026-12-20' }));
    await look(app());
    expect((await ivo.caller.call(readMySurvey, { params })).body).toMatchObject({
      standing: 'closed',
      can: { answer: false },
    });
    expect((await coordinator.call(readSurveyResults, { params })).body).toMatchObject({
      standing: 'closed',
      results: null,
    });
  });

  it('closes with its edition, which takes no answers', async () => {
    const { params, editionId, participants, coordinator } = await aSurveyedEdition(
      app(),
      2,
      {},
      {
        startsOn: '2026-11-02',
        endsOn: '2026-11-21',
      },
    );
    const body = { answers: { useful: 3 } };
    expect((await participants[0]!.caller.call(answerSurvey, { params, body })).status).toBe(204);
    expect((await coordinator.call(closeEdition, { params })).status).toBeLessThan(300);
    expect(await app().rows(Survey, { editionId })).toMatchObject([{ state: 'closed' }]);
    const late = await participants[1]!.caller.call(answerSurvey, { params, body });
    expect(late.body.code).toBe('editions.is-closed');
  });

  it('is not there where the programme has none', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, inItsLastWeek);
    const { caller } = await aParticipant(app(), editionId);
    const params = { editionId };
    await look(app());
    expect((await caller.call(readMySurvey, { params })).body).toMatchObject({
      standing: 'none',
      from: null,
      questions: [],
    });
    expect((await caller.call(answerSurvey, { params, body: { answers: { useful: 1 } } })).status).toBe(404);
    expect(await app().rows(Survey, { editionId })).toEqual([]);
  });

  it('asks what it asked when it opened, and nothing new of a closed edition', async () => {
    const { params, editionId, participants } = await aSurveyedEdition(app());
    await look(app());
    await app().get(KeepSurveys).in(editionId);
    const [survey] = await app().rows(Survey, { editionId });
    expect(survey?.definition).toEqual(aSurvey());
    await close(app(), editionId);
    expect((await participants[0]!.caller.call(readMySurvey, { params })).body.can).toEqual({ answer: false });
    expect(await app().rows(Edition, { id: editionId })).toMatchObject([{ state: 'closed' }]);
  });

  it('is for the participants of the edition, and its results for those who run it', async () => {
    const { params, participants, tutor, coordinator } = await aSurveyedEdition(app());
    const [elsewhere] = (await aSurveyedEdition(app())).participants;
    const body = { answers: { useful: 5 } };
    for (const caller of [tutor, coordinator, elsewhere!.caller]) {
      expect((await caller.call(answerSurvey, { params, body })).status).toBe(403);
      expect((await caller.call(readMySurvey, { params })).status).toBe(403);
    }
    for (const route of [readSurveyResults, readSurveyResultsFile] as const) {
      const query = { format: 'csv', language: 'en' } as never;
      for (const { caller } of [participants[0]!, elsewhere!])
        expect((await caller.call(route, { params, query })).status).toBe(403);
      expect((await app().visitor().call(route, { params, query })).status).toBe(401);
    }
    expect((await app().visitor().call(answerSurvey, { params, body })).status).toBe(401);
  });
});
