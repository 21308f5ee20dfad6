import { answerSurvey, readMySurvey, readSurveyResults, readSurveyResultsFile } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { sendSheet } from '../../platform/sheets/send-sheet';
import { AnswerSurvey } from './answer-survey';
import { ReadOwnSurvey } from './own-survey';
import { SurveyFile } from './survey-file';
import { ReadSurveyResults } from './survey-results';
import { mayReadOwnSurvey, mayReadSurveyResults, maySendAnswers } from './surveys.policy';

@Controller()
export class SurveysController {
  constructor(
    private readonly own: ReadOwnSurvey,
    private readonly answering: AnswerSurvey,
    private readonly reading: ReadSurveyResults,
    private readonly files: SurveyFile,
  ) {}

  @Handles(readMySurvey, mayReadOwnSurvey)
  mine({ actor, params }: RequestOf<typeof readMySurvey>) {
    return this.own.read(actor, params.editionId);
  }

  @Handles(answerSurvey, maySendAnswers)
  answer({ actor, params, body }: RequestOf<typeof answerSurvey>) {
    return this.answering.run(actor, params.editionId, body.answers);
  }

  @Handles(readSurveyResults, mayReadSurveyResults)
  results({ params }: RequestOf<typeof readSurveyResults>) {
    return this.reading.read(params.editionId);
  }

  @Handles(readSurveyResultsFile, mayReadSurveyResults)
  async file(request: RequestOf<typeof readSurveyResultsFile>, reply: FastifyReply) {
    const { name, content } = await this.files.of(request);
    sendSheet(reply, name, request.query.format, content);
  }
}
