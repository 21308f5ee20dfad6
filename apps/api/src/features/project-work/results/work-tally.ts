import type { KeptWorks } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';

/** Counts the groups, submissions and markings of an edition, by brief. */
@Injectable()
export class WorkTally {
  constructor(private readonly database: Database) {}

  /** One statement, independent of their number. */
  async of(editionId: string): Promise<ReadonlyMap<string, KeptWorks>> {
    const ofBrief = 'JOIN work ON work.id = it.workId WHERE work.editionId = :editionId AND work.briefId = grp.briefId';
    const counted = await this.database.rows(
      cellsOf(
        {
          briefId: 'grp.briefId',
          groups: 'COUNT(*)',
          submissions: `(SELECT COUNT(*) FROM submission it ${ofBrief})`,
          markings: `(SELECT COUNT(*) FROM marking it ${ofBrief})`,
        },
        'FROM project_group grp WHERE grp.editionId = :editionId GROUP BY grp.briefId',
        { editionId },
      ),
    );
    return new Map(
      counted.map(({ briefId, groups, submissions, markings }) => [
        String(briefId),
        { groups: Number(groups), submissions: Number(submissions), markings: Number(markings) },
      ]),
    );
  }
}
