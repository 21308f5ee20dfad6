import type { OwnSurvey } from '@libretto/contracts';
import { type Actor, agree, changeIn, mayAnswerSurvey, surveyFloor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { SurveyParticipations } from './survey-participations';
import { SurveyRows } from './survey-rows';

/** The survey as a participant sees it. */
@Injectable()
export class ReadOwnSurvey {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly participations: SurveyParticipations,
    private readonly rows: SurveyRows,
  ) {}

  async read({ accountId }: Actor, editionId: string): Promise<OwnSurvey> {
    const [edition, enrolment] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, accountId).then(orNotFound),
    ]);
    const reading = this.rows.of(editionId);
    const [survey, time, answered] = await Promise.all([
      reading,
      this.rows.timeOf(edition, reading),
      this.participations.of([enrolment.id]),
    ]);
    const definition = survey?.definition ?? edition.definition.survey;
    const answeredAt = answered.get(enrolment.id);
    const answer =
      time !== null &&
      agree(changeIn(edition.state), mayAnswerSurvey(time.standing, answeredAt !== undefined, time.opensOn));
    return {
      standing: time?.standing ?? 'none',
      from: time?.from.toISOString() ?? null,
      until: time?.until.toISOString() ?? null,
      answeredAt: answeredAt?.toISOString() ?? null,
      isRequired: edition.definition.completion.surveyAnswered,
      least: surveyFloor,
      introduction: (answer && definition?.introduction) || null,
      questions: (answer && definition?.questions) || [],
      can: { answer },
    };
  }
}
