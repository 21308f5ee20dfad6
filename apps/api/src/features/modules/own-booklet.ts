import type { Booklet } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { HoursByModule } from '../workload';

@Injectable()
export class OwnBooklet {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly timetable: Timetable,
    private readonly hours: HoursByModule,
  ) {}

  /** The reader's progress in an edition, and their next step. */
  async read({ accountId }: Actor, editionId: string): Promise<Booklet> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const enrolment = orNotFound(await this.enrolments.of(editionId, accountId));
    const { definition, name, startsOn, endsOn } = edition;
    const person = (await this.people.byIds([accountId])).get(accountId);
    const sessions = (await this.timetable.of(edition)).filter(({ state }) => state !== 'cancelled');
    const { modules, total } = await this.hours.of(enrolment.id, definition);
    const now = this.clock.now();
    return {
      enrolmentId: enrolment.id,
      name: person?.name ?? '',
      programme: { ...definition.title },
      edition: name,
      startsOn,
      endsOn,
      minutesPerEcts: Math.round((definition.workload.hours * 60) / definition.workload.ects),
      modules: modules.map((minutes, index) => {
        const own = sessions.filter(({ moduleNumber }) => moduleNumber === minutes.number);
        return {
          ...minutes,
          mode: definition.modules[index]?.mode ?? 'online',
          sessions: { held: own.filter(({ state }) => state === 'held').length, of: own.length },
        };
      }),
      total,
      next: sessions.find(({ state, endsAt }) => state === 'planned' && new Date(endsAt) > now) ?? null,
    };
  }
}
