import type { Glance, SessionView } from '@libretto/contracts';
import {
  type Actor,
  foreseenMinutes,
  isBehind,
  type LedgerSums,
  type MinutesByKind,
  minutesOf,
  noMinutes,
  workloadKinds,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../accounts';
import { ApplicationTally, CommissionReadiness } from '../admissions';
import { type EditionCard, EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { AttendanceQueries, Timetable } from '../schedule';
import { Ledger } from '../workload';

/** An edition at a glance, composed from the queries of other features. A fixed number of statements. */
@Injectable()
export class EditionAtAGlance {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly applications: ApplicationTally,
    private readonly commission: CommissionReadiness,
    private readonly enrolments: EnrolmentDirectory,
    private readonly accounts: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly timetable: Timetable,
    private readonly attendance: AttendanceQueries,
    private readonly ledger: Ledger,
  ) {}

  async of({ accountId }: Actor, editionId: string, after?: string): Promise<Glance> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const { items, next } = await this.enrolments.byEdition(editionId, after);
    const ids = items.map(({ id }) => id);
    const [applications, commission, sessions, sums] = await Promise.all([
      this.applications.byState(accountId, editionId),
      this.commission.of(accountId, editionId),
      this.timetable.of(edition),
      this.ledger.sums(ids),
    ]);
    const modules = edition.definition.modules.map((module) => ({ ...module, minutes: minutesOf(module) }));
    const foreseen = foreseenMinutes(modules, sessions);
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
      modules: modules.map(({ number, title, minutes }) => ({
        number,
        title: { ...title },
        notional: minutes,
        recorded: together([...sums.values()].map(({ byModule }) => byModule.get(number) ?? noMinutes)),
      })),
      foreseen: { byNow: foreseen, whole: edition.definition.workload.hours * 60 },
      people: await this.people(edition, items, sessions, sums),
      next,
    };
  }

  private async people(
    { definition }: EditionCard,
    enrolments: readonly EnrolmentCard[],
    sessions: readonly SessionView[],
    sums: ReadonlyMap<string, LedgerSums>,
  ): Promise<Glance['people']> {
    const [accounts, institutions, marks] = await Promise.all([
      this.accounts.byIds(enrolments.map(({ accountId }) => accountId)),
      this.institutions.byIds(enrolments.map(({ institutionId }) => institutionId)),
      this.attendance.marks(enrolments.map(({ id }) => id)),
    ]);
    const modules = definition.modules.map((module) => ({ ...module, minutes: minutesOf(module) }));
    return enrolments.map(({ id, accountId, institutionId, country, enrolledAt }) => {
      const account = accounts.get(accountId);
      const minutes = sums.get(id)?.total ?? 0;
      const isAsked = ({ startsAt }: SessionView) =>
        definition.completion.earlierSessionsCount || new Date(startsAt) >= enrolledAt;
      return {
        enrolmentId: id,
        name: account?.name ?? '',
        institution: institutions.get(institutionId)?.name ?? '',
        country,
        marks: sessions.map(
          (session) => marks.get(id)?.get(session.id) ?? (isAsked(session) ? null : ('earlier' as const)),
        ),
        minutes,
        isBehind: isBehind(minutes, foreseenMinutes(modules, sessions.filter(isAsked))),
      };
    });
  }
}

function together(all: readonly MinutesByKind[]): Record<keyof MinutesByKind, number> {
  const sum = { ...noMinutes };
  for (const minutes of all) for (const kind of workloadKinds) sum[kind] += minutes[kind];
  return sum;
}
