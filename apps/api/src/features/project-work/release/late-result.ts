import type { Deducted } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { flagIn, rowsOf } from '../../../platform/database/read-together';
import { briefOf } from '../work/briefs';
import { latenessView, releasedLateness } from '../work/lateness';
import { Participation } from '../work/participation';
import { Work } from '../work/work.entity';

/** A type, since sentences take it as a record of numbers and words. */
export type LateGrade = Deducted & { readonly days: number; readonly of: number };

/** What coming late made of somebody's newest result for a brief. */
@Injectable()
export class LateResult {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
  ) {}

  /** `null` where it came in time, has no grade, or is a result of their own: that is what its reason says it is. */
  async of(enrolmentId: string, briefId: string): Promise<LateGrade | null> {
    const released = await this.database.rows(
      rowsOf(
        Work,
        `JOIN group_member member ON member.groupId = it.groupId
         WHERE member.enrolmentId = :enrolmentId AND it.briefId = :briefId AND it.state = 'released'`,
        { enrolmentId, briefId },
        {
          by: ['attempt'],
          beside: {
            isOwn: `EXISTS (SELECT 1 FROM result_individual own
              WHERE own.workId = it.id AND own.enrolmentId = member.enrolmentId)`,
          },
        },
      ),
    );
    const work = released.at(-1);
    if (!work || flagIn(work.isOwn)) return null;
    const brief = briefOf(await this.participation.edition(work.editionId), work);
    const late = latenessView(releasedLateness(work), brief, work.grade);
    return late?.grade ? { ...late.grade, days: late.days, of: late.of } : null;
  }
}
