import type { ApplicationState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Application } from './application.entity';

/** Answers how many applications stand where, for those who watch an edition. */
@Injectable()
export class ApplicationTally {
  constructor(private readonly database: Database) {}

  /** The states that occur, with their number. One statement. */
  async byState(editionId: string): Promise<{ state: ApplicationState; applications: number }[]> {
    const rows = await this.database.read
      .createQueryBuilder(Application, 'application')
      .select('application.state', 'state')
      .addSelect('COUNT(*)', 'applications')
      .where({ editionId })
      .groupBy('application.state')
      .getRawMany<{ state: ApplicationState; applications: number | string }>();
    return rows.map(({ state, applications }) => ({ state, applications: Number(applications) }));
  }
}
