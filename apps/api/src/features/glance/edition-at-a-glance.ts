import type { Glance } from '@libretto/contracts';
import { type Actor, minutesOf, noMinutes } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../platform/refusals/refused';
import { ApplicationTally, CommissionReadiness } from '../admissions';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { EditionHours } from '../workload';

/** An edition at a glance, composed from the queries of other features. The same work for any number of participants. */
@Injectable()
export class EditionAtAGlance {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly applications: ApplicationTally,
    private readonly commission: CommissionReadiness,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly hours: EditionHours,
  ) {}

  async of({ accountId }: Actor, editionId: string): Promise<Glance> {
    const [edition, participants, { sums }, applications, commission] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.countIn(editionId),
      this.hours.of(editionId),
      this.applications.byState(accountId, editionId),
      this.commission.of(accountId, editionId),
    ]);
    const sessions = await this.timetable.of(edition);
    return {
      applications,
      commission,
      sessions: sessions.map(({ id, moduleNumber, title, mode, state, startsAt, endsAt, zone }) => ({
        id,
        moduleNumber,
        title,
        mode,
        state,
        startsAt,
        endsAt,
        zone,
      })),
      participants,
      modules: edition.definition.modules.map((module) => ({
        number: module.number,
        title: { ...module.title },
        notional: minutesOf(module),
        recorded: sums.byModule.get(module.number) ?? noMinutes,
      })),
    };
  }
}
