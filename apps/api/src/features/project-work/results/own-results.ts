import type { ProjectWorkView } from '@libretto/contracts';
import { agree, appealUntil, mayAppeal } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { SecondLook } from '../marking/second-look.entity';
import type { Brief } from '../work/briefs';
import { latenessView, releasedLateness } from '../work/lateness';
import type { Work } from '../work/work.entity';
import { IndividualResult } from './individual-result.entity';

type Result = NonNullable<ProjectWorkView['works'][number]['result']>;
/** What a participant got for a work, without the words of its markers. */
type OwnResult = Omit<Result, 'markings'>;
type Appealed = NonNullable<Result['appeal']>;

/** The results of a participant: the group's, or their own, and what became of an appeal. */
@Injectable()
export class OwnResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers what they got for one of their works; `null` before its release. */
  async of(enrolmentId: string): Promise<(work: Work, brief: Brief, works: readonly Work[]) => OwnResult | null> {
    const [individual, appeals] = await Promise.all([
      this.database.rows(rowsOf(IndividualResult, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId })),
      this.database.rows(
        rowsOf(
          SecondLook,
          `JOIN work ON work.id = it.workId WHERE it.kind = 'appeal'
             AND work.groupId IN (SELECT groupId FROM group_member WHERE enrolmentId = :enrolmentId)`,
          { enrolmentId },
        ),
      ),
    ]);
    const now = this.clock.now();
    return (work, brief, works) => {
      const { id, outcome, grade, releasedAt, releaseReason } = work;
      if (!outcome || !releasedAt) return null;
      const own = individual.find(({ workId }) => workId === id);
      // A result of one's own is what its reason says it is.
      const late = own ? null : latenessView(releasedLateness(work), brief, grade);
      const appeal = appeals.find(({ workId }) => workId === id);
      const days = brief.appealDays ?? null;
      const asked = {
        work,
        days,
        releasedAt,
        hasAppealed: appeal !== undefined,
        hasMovedOn: works.some(({ attempt }) => attempt > work.attempt),
      };
      return {
        outcome: own?.outcome ?? outcome,
        grade: own ? own.grade : (late?.grade?.counts ?? grade),
        late,
        ownReason: own?.reason ?? null,
        earlyReason: releaseReason,
        releasedAt: releasedAt.toISOString(),
        appeal: appeal
          ? {
              asked: appeal.asked ?? '',
              said: saidOf(appeal),
            }
          : null,
        appealUntil: days === null ? null : appealUntil(releasedAt, days).toISOString(),
        can: { appeal: agree(mayAppeal(asked, now)) },
      };
    };
  }
}

/** What the second look said; `null` while it is waited for. Who confirms a grade gives none: it stays the one before. */
function saidOf({ outcome, grade, beforeOutcome, beforeGrade, reason }: SecondLook): Appealed['said'] {
  if (!outcome) return null;
  const before = { outcome: beforeOutcome ?? outcome, grade: beforeGrade };
  const stays = before.outcome === outcome ? before.grade : null;
  return { outcome, grade: grade ?? stays, before, reason: reason ?? '' };
}
