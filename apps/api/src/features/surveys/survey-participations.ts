import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { SurveyParticipation } from './survey.entity';

/** Who has answered the survey of their edition, and when. */
@Injectable()
export class SurveyParticipations {
  constructor(private readonly database: Database) {}

  /** When each of these enrolments answered; who has not is absent. One statement. */
  async of(enrolmentIds: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.database.rows(
      rowsOf(SurveyParticipation, 'WHERE it.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }),
    );
    return new Map(rows.map(({ enrolmentId, answeredAt }) => [enrolmentId, answeredAt]));
  }
}
