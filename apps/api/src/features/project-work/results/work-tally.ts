import type { KeptWorks } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';

/** Counts the groups, submissions, markings and asked feedbacks of an edition, by brief. */
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
          feedback: `(SELECT COUNT(*) FROM peer_feedback it JOIN peer_giver giver ON giver.id = it.giverId
            JOIN peer_round round ON round.id = giver.roundId
            WHERE round.editionId = :editionId AND round.briefId = grp.briefId)`,
        },
        'FROM project_group grp WHERE grp.editionId = :editionId GROUP BY grp.briefId',
        { editionId },
      ),
    );
    return new Map(
      counted.map(({ briefId, groups, submissions, markings, feedback }) => [
        String(briefId),
        {
          groups: Number(groups),
          submissions: Number(submissions),
          markings: Number(markings),
          feedback: Number(feedback),
        },
      ]),
    );
  }
}
