import {
  type Actor,
  mayAnswerSurvey,
  type QuestionAnswer,
  refuse,
  surveyFaults,
  type SurveyAnswers,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId, silentId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { BadInput } from '../../platform/http/handles';
import { orNotFound, orRefuse, Refused } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { KeepSurveys } from './keep-surveys';
import { Survey, SurveyAnswer, SurveyParticipation } from './survey.entity';
import { SurveyParticipations } from './survey-participations';
import { SurveyRows } from './survey-rows';
import { SurveyAnswered } from './surveys.events';

/** Keeps that somebody answered a survey, and apart from it what was answered. */
@Injectable()
export class AnswerSurvey {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly participations: SurveyParticipations,
    private readonly keeping: KeepSurveys,
    private readonly rows: SurveyRows,
  ) {}

  /** Refusals: surveys.not-open, surveys.closed, surveys.answered, surveys.nothing-answered. */
  run({ accountId }: Actor, editionId: string, answers: SurveyAnswers): Promise<void> {
    return this.transaction.run(async (tx) => {
      const [edition, enrolment, opened] = await Promise.all([
        this.editions.byId(editionId).then(orNotFound),
        this.enrolments.of(editionId, accountId).then(orNotFound),
        held(tx, editionId),
      ]);
      // The same person at once: the second waits here, and then finds that they have answered.
      await this.enrolments.lock(tx, [enrolment.id]);
      const [time, answered] = await Promise.all([
        this.rows.timeOf(edition, opened).then(orNotFound),
        this.participations.of([enrolment.id]),
      ]);
      orRefuse(mayAnswerSurvey(time.standing, answered.has(enrolment.id), time.opensOn));
      const survey = opened ?? (await this.keeping.open(tx, edition));
      refuseFaults(survey, answers);
      const participation = {
        id: newId(),
        surveyId: survey.id,
        enrolmentId: enrolment.id,
        answeredAt: this.clock.now(),
      };
      await tx.insert(SurveyParticipation, participation);
      await tx.insert(
        SurveyAnswer,
        Object.entries(answers).map(([question, answer]) => kept(survey, question, answer)),
      );
      await tx.publish(new SurveyAnswered([enrolment.id]));
    });
  }
}

/** The survey as it was opened: nobody closes it before the end of the transaction. */
const held = (tx: Tx, editionId: string): Promise<Survey | null> =>
  tx.holding(tx.manager.createQueryBuilder(Survey, 'it').where('it.editionId = :editionId', { editionId })).getOne();

const kept = ({ id: surveyId }: Survey, questionId: string, answer: QuestionAnswer): SurveyAnswer => ({
  id: silentId(),
  surveyId,
  questionId,
  answer,
});

function refuseFaults({ definition }: Survey, answers: SurveyAnswers): void {
  const faults = surveyFaults(definition.questions, answers);
  if (faults.length)
    throw new BadInput(faults.map(({ path, ...why }) => ({ path: ['answers', ...path].join('.'), ...why })));
  if (!Object.keys(answers).length) throw new Refused(refuse('surveys.nothing-answered'));
}
