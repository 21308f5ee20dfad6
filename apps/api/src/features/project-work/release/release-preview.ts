import type { InputOf, LatenessView, readRelease, ReleaseView } from '@libretto/contracts';
import { type Actor, agree, changeIn, releaseTogether, roundOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import type { EditionCard } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { isHiddenFrom } from '../anonymity/masks';
import { type Brief, briefAsked, choicesOf } from '../work/briefs';
import { type DeadlineRow, runningDeadline, termsOfAll } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { latenessOf, latenessView } from '../work/lateness';
import { Participation } from '../work/participation';
import { roundRows, toSample } from './release-round';
import type { Submission, Work } from '../work/work.entity';
import { reasonOf } from '../../../platform/refusals/refused';

/** The preview names no more late works than people read through; the marking list has them all. */
const mostNamed = 20;

interface LateWork {
  readonly work: Work;
  readonly late: LatenessView;
  readonly taken: number;
}

interface Around {
  readonly brief: Brief;
  readonly deadlines: readonly DeadlineRow[];
  readonly edition: EditionCard;
}

/** The effects of releasing now, in numbers, or its obstacles. */
@Injectable()
export class ReleasePreview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, { params: { editionId }, query }: InputOf<typeof readRelease>): Promise<ReleaseView> {
    const edition = await this.participation.edition(editionId);
    const brief = briefAsked(edition, query);
    const now = this.clock.now();
    const rows = roundRows(editionId, brief.id, now);
    const [works, newest, deadlines, groups, alone, people] = await Promise.all([
      this.database.rows(rows.works),
      this.database.rows(rows.newest),
      this.database.rows(rows.deadlines),
      this.database.rows(rows.groups),
      this.database.rows(rows.alone),
      this.enrolments.countIn(editionId),
    ]);
    const waiting = works.filter(({ state }) => state !== 'released');
    const terms = termsOfAll(deadlines, edition, brief);
    const round = roundOf({ works, waiting, groups, people, aloneWithTime: Number(alone[0]?.people) }, terms, now);
    // The dialogue asks for the date of another attempt, so a missing date is no obstacle here.
    const due = toSample(brief, waiting).length;
    const asked = { ...round, sampleIsDue: due > 0, mayTryAgain: 0, nextDeadline: null };
    const answer = releaseTogether(asked, now);
    const deadline = runningDeadline(deadlines, edition, brief);
    const concerned = new Set(waiting.map(({ groupId }) => groupId));
    const count = (outcome: Work['outcome']) =>
      waiting.filter((work) => work.state === 'marked' && work.outcome === outcome).length;
    const late = lateWorks(actor, waiting, newest, { brief, deadlines, edition });
    return {
      brief: brief.id,
      briefs: choicesOf(edition),
      passed: count('passed'),
      notPassed: count('not-passed'),
      people: groups.reduce((sum, { id, members }) => sum + (concerned.has(id) ? members : 0), 0),
      unmarked: waiting.filter(({ state }) => state !== 'marked').length,
      groupsToCome: round.groupsToCome,
      mayTryAgain: round.mayTryAgain,
      late: { works: late.length, most: await this.named(late.slice(0, mostNamed), groups) },
      toSample: due,
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      can: { release: agree(changeIn(edition.state), answer) },
      whyNotRelease: reasonOf(answer),
    };
  }

  private async named(
    late: readonly LateWork[],
    groups: readonly { readonly id: string; readonly name: string | null }[],
  ): Promise<ReleaseView['late']['most']> {
    const groupIds = late.map(({ work }) => work.groupId);
    const members = await this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds });
    return late.map(({ work: { id: workId, groupId }, late: said }) => {
      const names = () => (members.get(groupId) ?? []).map(({ name }) => name).join(', ');
      return { workId, by: groups.find(({ id }) => id === groupId)?.name ?? names(), late: said };
    });
  }
}

/** The graded works that came late, as far as the actor may know it, those that lose most first. */
function lateWorks(
  actor: Actor,
  waiting: readonly Work[],
  newest: readonly Pick<Submission, 'workId' | 'at'>[],
  { brief, ...dates }: Around,
): LateWork[] {
  const versions = new Map(newest.map((version) => [version.workId, version]));
  return waiting
    .filter((work) => !isHiddenFrom(actor, dates.edition, work))
    .flatMap((work) => {
      const late = latenessView(latenessOf(work, brief, versions.get(work.id), dates), brief, work.grade);
      return late?.grade ? [{ work, late, taken: late.grade.taken }] : [];
    })
    .sort((one, other) => other.taken - one.taken || one.work.id.localeCompare(other.work.id));
}
