import type { Booklet } from '@libretto/contracts';
import { type Actor, minutesPerEcts } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { HoursByModule } from '../workload';
import { OwnProgress } from './progress/own-progress';

@Injectable()
export class OwnBooklet {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly hours: HoursByModule,
    private readonly progress: OwnProgress,
  ) {}

  /** The reader's progress in an edition, and their next step. */
  async read({ accountId }: Actor, editionId: string): Promise<Booklet> {
    const [edition, enrolment, people] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, accountId).then(orNotFound),
      this.people.byIds([accountId]),
    ]);
    const { definition, name, startsOn, endsOn } = edition;
    const [all, { modules, total }, { byModule, goOn }] = await Promise.all([
      this.timetable.of(edition),
      this.hours.of(enrolment.id, definition),
      this.progress.in(edition, enrolment.id),
    ]);
    const sessions = all.filter(({ state }) => state !== 'cancelled');
    const now = this.clock.now();
    return {
      enrolmentId: enrolment.id,
      name: people.get(accountId)?.name ?? '',
      programme: { ...definition.title },
      edition: name,
      startsOn,
      endsOn,
      minutesPerEcts: minutesPerEcts(definition.workload),
      modules: modules.map((minutes, index) => {
        const own = sessions.filter(({ moduleNumber }) => moduleNumber === minutes.number);
        return {
          ...minutes,
          mode: definition.modules[index]?.mode ?? 'online',
          materials: byModule.get(minutes.number) ?? { finished: 0, of: 0 },
          sessions: { held: own.filter(({ state }) => state === 'held').length, of: own.length },
        };
      }),
      total,
      goOn,
      next: sessions.find(({ state, endsAt }) => state === 'planned' && new Date(endsAt) > now) ?? null,
    };
  }
}
