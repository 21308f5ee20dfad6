import { Injectable } from '@nestjs/common';
import { SurveyParticipations } from './survey-participations';

/** That somebody answered surveys, for its person. Which answers are theirs nobody can tell, so none are there. */
@Injectable()
export class SurveysPersonalData {
  constructor(private readonly participations: SurveyParticipations) {}

  /** One statement. */
  async about(enrolmentIds: readonly string[]) {
    const answered = await this.participations.of(enrolmentIds);
    return [...answered].map(([enrolmentId, answeredAt]) => ({
      enrolmentId,
      answeredAt,
      answers:
        'Kept without your name: which answers are yours is not known, so they are neither here nor erased with your account.',
    }));
  }
}
