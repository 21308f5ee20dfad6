import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Completion } from './completion.entity';

/** The personal data in completion, for its person. */
@Injectable()
export class CompletionPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(enrolmentIds: readonly string[]) {
    const rows = await this.database.read.findBy(Completion, { enrolmentId: In([...enrolmentIds]) });
    return rows.map(({ editionId, metAt }) => ({ editionId, metAt }));
  }
}
