import { answerSurvey, readSurveyResults, readSurveyResultsFile, type SurveyResults } from '@libretto/contracts';
import { surveyFloor } from '@libretto/domain';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Transaction } from '../platform/database/transaction';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { PersonalDataExport } from '../features/personal-data/personal-data-export';
import { KeepSurveys } from '../features/surveys/keep-surveys';
import { aSurveyedEdition } from './surveyed-edition';
import { Survey, SurveyAnswer, SurveyParticipation } from '../features/surveys/survey.entity';

const now = new Date('2026-11-23T09:00:00Z');
const afterIt = new Date('2026-12-12T09:00:00Z');

/** SQL as it would be typed at the database's own prompt. */
const sql = (app: TestApp, statement: string) => app.get(Transaction).run((tx) => tx.manager.query(statement));

/** Everybody answers, in the order of the participants, each with a text that says which one it is. */
async function answered(app: TestApp, people: number) {
  const edition = await aSurveyedEdition(app, people);
  for (const [at, { caller }] of edition.participants.entries())
    await caller.call(answerSurvey, {
      params: edition.params,
      body: { answers: { useful: (at % 5) + 1, pace: 'fast', remarks: `Secret remark ${at}` } },
    });
  const [survey] = await app.rows(Survey, { editionId: edition.editionId });
  const answers = await app.rows(SurveyAnswer, { surveyId: survey!.id });
  return { ...edition, survey: survey!, answers };
}

async function closed(app: TestApp, people: number) {
  const edition = await answered(app, people);
  app.clock.set(afterIt);
  await app.get(KeepSurveys).in(edition.editionId);
  return edition;
}

describeOnEachDatabase('the answers to a survey', (app) => {
  beforeEach(() => app().clock.set(now));

  it('name nobody and no time, and nothing joins them to each other or to who answered', async () => {
    const { participants, answers } = await answered(app(), 3);
    const { columns } = app().database.read.connection.getMetadata(SurveyAnswer);
    expect(columns.map(({ propertyName }) => propertyName).sort()).toEqual(['answer', 'id', 'questionId', 'surveyId']);
    const people = participants.flatMap(({ account, enrolment }) => [account.id, enrolment.id, account.email]);
    const participations = await app().rows(SurveyParticipation);
    const told = JSON.stringify(answers);
    for (const known of [...people, ...participations.map(({ id }) => id)]) expect(told).not.toContain(known);
    // Version 4: drawn. The others have the time of their making in their first half.
    for (const { id } of answers) expect(id[14]).toBe('4');
  });

  it('lie in no order that tells when they came', async () => {
    const { survey, answers } = await answered(app(), 12);
    const stored: { id: string; answer: string }[] = await sql(
      app(),
      `SELECT id, answer FROM survey_answer WHERE surveyId = '${survey.id}' AND questionId = 'remarks'`,
    );
    expect(stored.map(({ id }) => id)).toEqual(stored.map(({ id }) => id).sort());
    expect(stored).toHaveLength(12);
    expect(answers).toHaveLength(36);
    if (app().database.isSqlite) await expect(sql(app(), 'SELECT rowid FROM survey_answer')).rejects.toThrow(/rowid/);
  });

  it('are in no event, no job and no copy of personal data', async () => {
    const { participants } = await answered(app(), 2);
    expect(JSON.stringify(await app().rows(OutboxRow))).not.toMatch(/Secret|remark/);
    const { parts } = await app().get(PersonalDataExport).about(participants[0]!.account.id);
    expect(JSON.stringify(parts)).not.toContain('Secret');
    expect(parts['surveys']).toMatchObject([
      {
        enrolmentId: participants[0]!.enrolment.id,
        answeredAt: expect.any(Date),
        answers: expect.stringContaining('not known'),
      },
    ]);
  });

  it('are never changed or deleted, whoever asks the database', async () => {
    const { survey, answers } = await closed(app(), 1);
    for (const table of ['survey_answer', 'survey_participation']) {
      await expect(sql(app(), `UPDATE ${table} SET surveyId = surveyId`)).rejects.toThrow(/never changes/);
      await expect(sql(app(), `DELETE FROM ${table}`)).rejects.toThrow(/never deleted/);
    }
    await expect(sql(app(), `UPDATE survey SET state = 'open' WHERE id = '${survey.id}'`)).rejects.toThrow(
      /never changes/,
    );
    expect(await app().rows(SurveyAnswer, { surveyId: survey.id })).toEqual(answers);
  });
});

describeOnEachDatabase('the results of a survey', (app) => {
  beforeEach(() => app().clock.set(now));

  it('are not there while it is open, however many answered', async () => {
    const { params, coordinator, tutor } = await answered(app(), surveyFloor + 1);
    for (const caller of [coordinator, tutor]) {
      const { body } = await caller.call(readSurveyResults, { params });
      expect(body).toMatchObject({ standing: 'open', answered: 6, participants: 6, least: surveyFloor, results: null });
      const file = await caller.call(readSurveyResultsFile, { params, query: { format: 'csv', language: 'en' } });
      expect(file.body).toMatchObject({ code: 'surveys.results-after-the-end' });
    }
  });

  it('are not there after its end either, until it is closed for good', async () => {
    const { params, coordinator, editionId } = await answered(app(), surveyFloor);
    app().clock.set(afterIt);
    expect((await coordinator.call(readSurveyResults, { params })).body).toMatchObject({
      standing: 'closed',
      results: null,
    });
    await app().get(KeepSurveys).in(editionId);
    expect((await coordinator.call(readSurveyResults, { params })).body.results).toHaveLength(6);
  });

  it('are never there where too few answered', async () => {
    const { params, coordinator } = await closed(app(), surveyFloor - 1);
    expect((await coordinator.call(readSurveyResults, { params })).body).toMatchObject({ answered: 4, results: null });
    const file = await coordinator.call(readSurveyResultsFile, { params, query: { format: 'xlsx', language: 'it' } });
    expect(file.body).toMatchObject({ code: 'surveys.too-few-answers', numbers: { answered: 4, least: 5 } });
  });

  it('add up to what was answered, for the tutors too', async () => {
    const { params, tutor } = await closed(app(), 7);
    const { body, statements } = await tutor.call(readSurveyResults, { params });
    const tallies = new Map((body as SurveyResults).results?.map(({ question, tally }) => [question.id, tally]));
    expect(tallies.get('useful')).toMatchObject({ answered: 7, counts: [2, 2, 1, 1, 1].map((count) => ({ count })) });
    expect(tallies.get('pace')).toMatchObject({
      answered: 7,
      counts: [{ count: 0 }, { count: 0 }, { of: 'fast', count: 7 }],
    });
    expect(tallies.get('used')).toMatchObject({ answered: 0, counts: [{ count: 0 }, { count: 0 }] });
    expect(tallies.get('hours')).toMatchObject({ answered: 0, mean: null });
    const texts = tallies.get('remarks') as { texts: string[] };
    expect([...texts.texts].sort()).toEqual(Array.from({ length: 7 }, (_, at) => `Secret remark ${at}`));
    expect(statements).toBeLessThanOrEqual(6);
  });

  it('are a table for spreadsheets too, in which no text is a formula', async () => {
    const { params, participants, coordinator, editionId } = await aSurveyedEdition(app(), surveyFloor);
    for (const { caller } of participants)
      await caller.call(answerSurvey, {
        params,
        body: { answers: { useful: 5, modules: { one: 1 }, hours: 4, remarks: '=HYPERLINK("x")' } },
      });
    app().clock.set(afterIt);
    await app().get(KeepSurveys).in(editionId);
    const { bytes } = await coordinator.call(readSurveyResultsFile, {
      params,
      query: { format: 'csv', language: 'it' },
    });
    const lines = String(bytes).split(/\r?\n/);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/How useful is the course\?.*5 \(very\).*5.*5/),
        expect.stringMatching(/What did you learn\?.*one.*1 \(not at all\).*5.*5/),
        expect.stringMatching(/How many hours a week\?.*Mediana.*4.*5.*5/),
      ]),
    );
    expect(lines.filter((line) => line.includes('HYPERLINK'))).toHaveLength(5);
    expect(lines.some((line) => /[,;]"?=HYPERLINK/.test(line))).toBe(false);
  });
});
