import type { InputOf, readRelease, ReleaseView } from '@libretto/contracts';
import { agree, changeIn, isRefusal, releaseTogether, roundOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { EnrolmentDirectory } from '../../places';
import { briefAsked, choicesOf } from '../work/briefs';
import { runningDeadline, termsOfAll } from '../work/deadlines';
import { Participation } from '../work/participation';
import { roundRows, toSample } from './release-round';
import type { Work } from '../work/work.entity';

/** The effects of releasing now, in numbers, or its obstacles. */
@Injectable()
export class ReleasePreview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  async of({ params: { editionId }, query }: InputOf<typeof readRelease>): Promise<ReleaseView> {
    const edition = await this.participation.edition(editionId);
    const brief = briefAsked(edition, query);
    const now = this.clock.now();
    const rows = roundRows(editionId, brief.id, now);
    const [works, deadlines, groups, alone, people] = await Promise.all([
      this.database.rows(rows.works),
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
    return {
      brief: brief.id,
      briefs: choicesOf(edition),
      passed: count('passed'),
      notPassed: count('not-passed'),
      people: groups.reduce((sum, { id, members }) => sum + (concerned.has(id) ? members : 0), 0),
      unmarked: waiting.filter(({ state }) => state !== 'marked').length,
      groupsToCome: round.groupsToCome,
      mayTryAgain: round.mayTryAgain,
      toSample: due,
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      can: { release: agree(changeIn(edition.state), answer) },
      whyNotRelease: isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null,
    };
  }
}
