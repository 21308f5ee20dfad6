import type { InputOf, LatenessView, readRelease, ReleaseView } from '@libretto/contracts';
import { type Actor, agree, changeIn, isRefusal, releaseTogether, roundOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { EnrolmentDirectory } from '../../places';
import { isHiddenFrom } from '../anonymity/masks';
import { briefAsked, choicesOf } from '../work/briefs';
import { runningDeadline, termsOfAll } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { latenessOf, latenessView } from '../work/lateness';
import { Participation } from '../work/participation';
import { roundRows, toSample } from './release-round';
import type { Work } from '../work/work.entity';

/** The preview names no more late works than one reads through; the marking list has them all. */
const mostNamed = 20;

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
    const late = waiting.flatMap((work) => {
      if (isHiddenFrom(actor, edition, work)) return [];
      const version = newest.find(({ workId }) => workId === work.id);
      const said = latenessView(latenessOf(work, brief, version, { deadlines, edition }), brief, work.grade);
      return said?.grade ? [{ work, late: said, taken: said.grade.taken }] : [];
    });
    late.sort((one, other) => other.taken - one.taken || one.work.id.localeCompare(other.work.id));
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
      whyNotRelease: isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null,
    };
  }

  private async named(
    late: readonly { readonly work: Work; readonly late: LatenessView }[],
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
