import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Award } from './award.entity';

/** The enrolments that have an award. */
@Injectable()
export class AwardQueries {
  constructor(private readonly database: Database) {}

  /** The enrolments among these with an award. One statement. */
  async awardedOf(enrolmentIds: readonly string[]): Promise<ReadonlySet<string>> {
    const awards = await this.database.read.find(Award, {
      select: { id: true, enrolmentId: true },
      where: { enrolmentId: In([...enrolmentIds]) },
    });
    return new Set(awards.map(({ enrolmentId }) => enrolmentId));
  }
}
