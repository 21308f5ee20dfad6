import type { Glance } from '@libretto/contracts';
import { dayOf, isBehind, minutesOf, noMinutes, plannedMinutes, workloadKinds, type LedgerSums, type MinutesByKind } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/http/refused';
import { InstitutionDirectory, PeopleDirectory } from '../accounts';
import { ApplicationTally } from '../admissions';
import { type EditionCard, EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { AttendanceBook, Timetable } from '../schedule';
import { Ledger } from '../workload';

/** How an edition goes: what the doors of the other features say, side by side. A fixed number of statements. */
@Injectable()
export class EditionAtAGlance {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly applications: ApplicationTally,
    private readonly enrolments: EnrolmentDirectory,
    private readonly accounts: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly timetable: Timetable,
    private readonly attendance: AttendanceBook,
    private readonly ledger: Ledger,
  ) {}

  async of(editionId: string, after?: string): Promise<Glance> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const { items, next } = await this.enrolments.byEdition(editionId, after);
    const ids = items.map(({ id }) => id);
    const [applications, sessions, sums] = await Promise.all([
      this.applications.byState(editionId),
      this.timetable.of(edition),
      this.ledger.sums(ids),
    ]);
    const planned = this.planOf(edition);
    return {
      applications,
      sessions: sessions.map(({ id, moduleNumber, title, mode, state, startsAt, endsAt, zone }) => ({
        id, moduleNumber, title, mode, state, startsAt, endsAt, zone,
      })),
      modules: edition.definition.modules.map((module) => ({
        number: module.number,
        title: { ...module.title },
        notional: minutesOf(module),
        recorded: together([...sums.values()].map(({ byModule }) => byModule.get(module.number) ?? noMinutes)),
      })),
      planned,
      people: await this.people(items, sessions.map(({ id }) => id), sums, planned.today),
      next,
    };
  }

  private planOf({ definition, startsOn, endsOn, timeZone }: EditionCard): Glance['planned'] {
    const whole = definition.workload.hours * 60;
    return { whole, today: plannedMinutes({ startsOn, endsOn, minutes: whole }, dayOf(this.clock.now(), timeZone)) };
  }

  private async people(
    enrolments: readonly EnrolmentCard[],
    sessionIds: readonly string[],
    sums: ReadonlyMap<string, LedgerSums>,
    plannedToday: number,
  ): Promise<Glance['people']> {
    const [accounts, institutions, marks] = await Promise.all([
      this.accounts.byIds(enrolments.map(({ accountId }) => accountId)),
      this.institutions.byIds(enrolments.map(({ institutionId }) => institutionId)),
      this.attendance.marks(enrolments.map(({ id }) => id)),
    ]);
    return enrolments.map(({ id, accountId, institutionId, country }) => {
      const account = accounts.get(accountId);
      const minutes = sums.get(id)?.total ?? 0;
      return {
        enrolmentId: id,
        name: `${account?.givenName} ${account?.familyName}`,
        institution: institutions.get(institutionId)?.name ?? '',
        country,
        marks: sessionIds.map((sessionId) => marks.get(id)?.get(sessionId) ?? null),
        minutes,
        isBehind: isBehind(minutes, plannedToday),
      };
    });
  }
}

function together(all: readonly MinutesByKind[]): Record<keyof MinutesByKind, number> {
  const sum = { ...noMinutes };
  for (const minutes of all) for (const kind of workloadKinds) sum[kind] += minutes[kind];
  return sum;
}
