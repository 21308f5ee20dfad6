import type { EditionPace } from '@libretto/contracts';
import { chartOf, laterDay, plannedByDay, plannedUntil } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { EditionHours } from '../workload';
import { behindIn, behindRows } from './behind-rows';
import { behindPercentOf, planOf } from './plan-of-edition';

/** The number of people that are named where many are behind. */
const named = 20;

@Injectable()
export class PaceOfEdition {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly hours: EditionHours,
  ) {}

  /** Plan against the average of all participants. The same work for any number of them. */
  async of(editionId: string): Promise<EditionPace> {
    const [card, sessions, { days }, participants, behind, [all]] = await Promise.all([
      this.editions.byId(editionId),
      this.timetable.ofEdition(editionId),
      this.hours.of(editionId),
      this.enrolments.countIn(editionId),
      this.database.rows(behindRows(`it.editionId = :editionId ORDER BY it.id LIMIT ${named}`, { editionId })),
      this.database.rows(behindIn(editionId)),
    ]);
    const edition = orNotFound(card);
    const enrolments = await this.enrolments.byIds(behind.map(({ enrolmentId }) => enrolmentId));
    const people = await this.people.byIds([...enrolments.values()].map(({ accountId }) => accountId));
    const plan = planOf(edition, sessions, this.clock.now());
    const planned = plannedByDay(plan);
    return {
      percent: behindPercentOf(edition),
      participants,
      foreseen: plannedUntil(planned, laterDay(plan.today, -1)),
      whole: edition.definition.workload.hours * 60,
      days: chartOf(planned, days, plan.today).map(({ recorded, ...day }) => ({
        ...day,
        recorded: recorded === null ? null : Math.round(recorded / Math.max(participants, 1)),
      })),
      behind: {
        participants: all ?? 0,
        people: behind.map(({ enrolmentId, recorded, foreseen, since }) => {
          const person = people.get(enrolments.get(enrolmentId)?.accountId ?? '');
          const institution = person?.institution?.name ?? '';
          return { enrolmentId, name: person?.name ?? '', institution, recorded, foreseen, since: since.toISOString() };
        }),
      },
    };
  }
}
