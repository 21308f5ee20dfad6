import type { ReleaseView } from '@libretto/contracts';
import { agree, changeIn, isRefusal, releaseTogether } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { EnrolmentDirectory } from '../../places';
import { deadlinesOf, runningAttempt } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { roundOf } from './release-round';
import { Work } from '../work/work.entity';

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

  async of(editionId: string): Promise<ReleaseView> {
    const { read } = this.database;
    const now = this.clock.now();
    const edition = await this.participation.edition(editionId);
    const waiting = await read.findBy(Work, { editionId, state: Not('released') });
    const people = await this.enrolments.countIn(editionId);
    const { round } = await roundOf(read, edition, { waiting, people, now });
    // The dialogue asks for the date of another attempt, so a missing date is no obstacle here.
    const answer = releaseTogether({ ...round, mayTryAgain: 0, nextDeadline: null }, now);
    const deadline = (await deadlinesOf(read, edition))(await runningAttempt(read, editionId));
    const groupIds = waiting.map(({ groupId }) => groupId);
    const count = (outcome: Work['outcome']) => waiting.filter((work) => work.outcome === outcome).length;
    return {
      passed: count('passed'),
      notPassed: count('not-passed'),
      people: groupIds.length ? (await this.roll.enrolmentsIn(groupIds)).length : 0,
      unmarked: waiting.filter(({ state }) => state === 'handed-in').length,
      groupsToCome: round.groupsToCome,
      mayTryAgain: round.mayTryAgain,
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      can: { release: agree(changeIn(edition.state), answer) },
      whyNotRelease: isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null,
    };
  }
}
