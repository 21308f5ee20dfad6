import { type Audience, behindBecause, type BehindGround, dayOf, lastDayToFinish } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { EditionCard } from '../editions';
import { RequiredMaterials } from '../modules';
import { behindAmong } from '../pace';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { GroupDirectory, OverdueWorks } from '../project-work';

/** Finds the people of an audience as it is now. */
@Injectable()
export class WhomItReaches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly groups: GroupDirectory,
    private readonly materials: RequiredMaterials,
    private readonly works: OverdueWorks,
  ) {}

  /** Their accounts, each once. */
  async now(edition: EditionCard, audience: Audience, groupId: string | null): Promise<readonly string[]> {
    if (audience === 'group') return groupId ? this.groups.membersOf(groupId) : [];
    const all = await this.enrolments.allOf(edition.id);
    const reached = audience === 'all' ? all : [...(await this.behind(edition, all)).keys()];
    return [...new Set(reached.map(({ accountId }) => accountId))];
  }

  /** Those of these participants who are behind, each with the reasons. A fixed number of statements. */
  async behind(
    edition: EditionCard,
    all: readonly EnrolmentCard[],
  ): Promise<ReadonlyMap<EnrolmentCard, readonly BehindGround[]>> {
    const ids = all.map(({ id }) => id);
    const last = lastDayToFinish(dayOf(this.clock.now(), edition.timeZone));
    const [lacking, unfinished, overdue] = await Promise.all([
      behindAmong(this.database, ids),
      this.materials.unfinishedBy(ids, edition, last),
      this.works.of(edition, ids),
    ]);
    return new Map(
      all.flatMap((one) => {
        const grounds = behindBecause({
          lacksHours: lacking.has(one.id),
          unfinished: unfinished.get(one.id) ?? 0,
          overdue: overdue.get(one.id) ?? 0,
        });
        return grounds.length ? [[one, grounds] as const] : [];
      }),
    );
  }
}
