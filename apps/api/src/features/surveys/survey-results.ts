import type { SurveyResult, SurveyResults } from '@libretto/contracts';
import { isRefusal, maySeeResults, type Refusal, surveyFloor, tallyOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { countOf, rowsOf } from '../../platform/database/read-together';
import { orNotFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { type Survey, SurveyAnswer } from './survey.entity';
import { SurveyRows } from './survey-rows';

/** More texts than this nobody reads on a page: all of them are in the file. */
const textsShown = 200;

/** What the survey of an edition says, for those who run it. */
@Injectable()
export class ReadSurveyResults {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly rows: SurveyRows,
  ) {}

  async read(editionId: string): Promise<SurveyResults> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const reading = this.rows.of(editionId);
    const [time, answered, participants, results] = await Promise.all([
      this.rows.timeOf(edition, reading),
      this.countOfAnswered(editionId),
      this.enrolments.countIn(editionId),
      this.resultsOf(editionId),
    ]);
    return {
      standing: time?.standing ?? 'none',
      from: time?.from.toISOString() ?? null,
      until: time?.until.toISOString() ?? null,
      answered,
      participants,
      least: surveyFloor,
      results: isRefusal(results) ? null : results.map(withSomeTexts),
    };
  }

  /** What was answered to each question, or why nobody may know. */
  async resultsOf(editionId: string): Promise<readonly SurveyResult[] | Refusal> {
    const [survey, answered] = await Promise.all([this.rows.of(editionId), this.countOfAnswered(editionId)]);
    const may = maySeeResults(survey?.state ?? null, answered);
    if (isRefusal(may)) return may;
    return tallied(orNotFound(survey), await this.answersTo(orNotFound(survey)));
  }

  private async countOfAnswered(editionId: string): Promise<number> {
    const [answered] = await this.database.rows(
      countOf(
        'FROM survey_participation part JOIN survey ON survey.id = part.surveyId WHERE survey.editionId = :editionId',
        { editionId },
      ),
    );
    return answered ?? 0;
  }

  /** In the order of their ids, which are drawn. */
  private answersTo({ id: surveyId }: Survey): Promise<SurveyAnswer[]> {
    return this.database.rows(rowsOf(SurveyAnswer, 'WHERE it.surveyId = :surveyId', { surveyId }, { by: ['id'] }));
  }
}

function tallied({ definition }: Survey, answers: readonly SurveyAnswer[]): SurveyResult[] {
  const byQuestion = Map.groupBy(answers, ({ questionId }) => questionId);
  return definition.questions.map((question) => ({
    question,
    tally: tallyOf(
      question,
      (byQuestion.get(question.id) ?? []).map(({ answer }) => answer),
    ) as SurveyResult['tally'],
  }));
}

const withSomeTexts = ({ question, tally }: SurveyResult): SurveyResult => ({
  question,
  tally: tally.kind === 'text' ? { ...tally, texts: tally.texts.slice(0, textsShown) } : tally,
});
