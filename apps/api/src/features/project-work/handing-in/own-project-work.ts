import type { ProjectWorkView } from '@libretto/contracts';
import { type Actor, agree, changeIn, isRefusal } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Ledger } from '../../workload';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { standingOf } from '../work/standing';
import { Work } from '../work/work.entity';
import { WorkQueries } from '../work/work-queries';

/** A participant's project work: the brief, the deadline, the group's submissions and their results. */
@Injectable()
export class OwnProjectWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly ledger: Ledger,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
  ) {}

  async of(actor: Actor, editionId: string): Promise<ProjectWorkView> {
    const { edition, enrolment } = await this.participation.of(actor, editionId);
    const group = await this.roll.groupOf(enrolment.id);
    const works = group
      ? await this.database.read.find(Work, { where: { groupId: group.id }, order: { attempt: 'DESC' } })
      : [];
    const standing = await standingOf(this.database.read, edition, {
      works,
      hasGroup: group !== null,
      now: this.clock.now(),
    });
    const changes = agree(changeIn(edition.state));
    const whyNot = isRefusal(standing.next) ? standing.next : null;
    const { title, brief, by, rubric, attempts, module } = edition.definition.projectWork;
    const { attempt, deadline } = standing;
    const sums = await this.ledger.sums([enrolment.id]);
    const members = group ? await this.roll.withMembers([group]) : null;
    return {
      title,
      brief,
      by,
      rubric,
      attempt,
      attempts,
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      group: (group && members?.get(group.id)) ?? null,
      works: await this.views(works),
      minutes: {
        notional: edition.definition.modules.find(({ number }) => number === module)?.minutes.project ?? 0,
        declared: sums.get(enrolment.id)?.byKind.project ?? 0,
      },
      can: { handIn: changes && whyNot === null, declareMinutes: changes },
      whyNotHandIn: whyNot && { code: whyNot.refused, numbers: { ...whyNot.numbers } },
    };
  }

  /** No word of a marker is shown before the release. */
  private async views(works: Work[]): Promise<ProjectWorkView['works']> {
    const released = works.filter(({ state }) => state === 'released').map(({ id }) => id);
    const versions = await this.works.versionsOf(works.map(({ id }) => id));
    const markings = await this.works.markingsOf(released);
    return works.map(({ id, attempt, outcome, releasedAt }) => ({
      id,
      attempt,
      versions: versions.get(id) ?? [],
      result:
        outcome && releasedAt
          ? {
              outcome,
              releasedAt: releasedAt.toISOString(),
              // Participants read the markings without the markers' names.
              markings: (markings.get(id) ?? []).map((marking) => ({ ...marking, marker: null })),
            }
          : null,
    }));
  }
}
