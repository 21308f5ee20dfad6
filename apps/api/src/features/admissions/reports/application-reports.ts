import { type ReportsView, type WhatBecame, whatBecame } from '@libretto/contracts';
import {
  type Actor,
  type ApplicationState,
  applicationStates,
  milestones,
  type Reached,
  type Step,
  timeline,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Recusals } from '../dossier/recusals';
import { termsOf } from '../dossier/terms';
import { applicationsOf, became, instantOf } from './applications-in-question';

type Outcomes = ReportsView['outcomes'];
interface Sum {
  country: string | null;
  institutionId: string | null;
  outcome: WhatBecame;
  applications: number | string;
}

/** The applications of an edition in figures. The database adds up; the number of statements does not grow. */
@Injectable()
export class ApplicationReports {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly recusals: Recusals,
  ) {}

  async of({ accountId }: Actor, editionId: string, by: Step): Promise<ReportsView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const leftOut = await this.recusals.of(accountId, editionId);
    const ofInstitutions = await this.sums(editionId, leftOut);
    const institutions = await this.institutions.byIds(
      ofInstitutions.flatMap(({ institutionId }) => institutionId ?? []),
    );
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      knowsException: termsOf(edition).knowsException,
      states: await this.states(editionId, leftOut),
      outcomes: outcomesOf(ofInstitutions),
      countries: grouped(ofInstitutions, ({ country }) => country).map(([country, sums]) => ({
        country,
        ...totalOf(sums),
      })),
      institutions: grouped(ofInstitutions, ({ institutionId }) => institutionId).map(([institutionId, sums]) => ({
        institutionId,
        institution: institutions.get(institutionId)?.name ?? '',
        country: sums[0]?.country ?? '',
        ...totalOf(sums),
      })),
      overTime: timeline(await this.reached(editionId, leftOut), edition.timeZone, by),
    };
  }

  private async states(editionId: string, leftOut: ReadonlySet<string>): Promise<ReportsView['states']> {
    const rows = await applicationsOf(this.database.read, editionId, leftOut)
      .select('application.state', 'state')
      .addSelect('COUNT(*)', 'applications')
      .groupBy('application.state')
      .getRawMany<{ state: ApplicationState; applications: number | string }>();
    const counts = new Map(rows.map(({ state, applications }) => [state, Number(applications)]));
    return applicationStates.flatMap((state) =>
      counts.has(state) ? [{ state, applications: counts.get(state) ?? 0 }] : [],
    );
  }

  /** The outcomes of submitted applications, by the applicants' country and institution. */
  private sums(editionId: string, leftOut: ReadonlySet<string>): Promise<Sum[]> {
    return applicationsOf(this.database.read, editionId, leftOut)
      .select('application.country', 'country')
      .addSelect('application.institutionId', 'institutionId')
      .addSelect(became, 'outcome')
      .addSelect('COUNT(*)', 'applications')
      .andWhere('application.submittedAt IS NOT NULL')
      .groupBy('application.country')
      .addGroupBy('application.institutionId')
      .addGroupBy(became)
      .getRawMany<Sum>();
  }

  /** By the minute, since the time zone decides where a day ends, and the database does not know it. */
  private async reached(editionId: string, leftOut: ReadonlySet<string>): Promise<Reached[]> {
    const reached: Reached[] = [];
    for (const milestone of milestones) {
      const column = instantOf[milestone];
      const minute = `SUBSTR(${column}, 1, 16)`;
      const rows = await applicationsOf(this.database.read, editionId, leftOut)
        .select(minute, 'minute')
        .addSelect('COUNT(*)', 'applications')
        .andWhere(`${column} IS NOT NULL`)
        .groupBy(minute)
        .getRawMany<{ minute: string; applications: number | string }>();
      for (const row of rows)
        reached.push({
          milestone,
          at: new Date(`${row.minute.replace(' ', 'T')}Z`),
          applications: Number(row.applications),
        });
    }
    return reached;
  }
}

const outcomesOf = (sums: readonly Sum[]): Outcomes =>
  Object.fromEntries(
    whatBecame.map((outcome) => [
      outcome,
      sums.reduce((total, one) => total + (one.outcome === outcome ? Number(one.applications) : 0), 0),
    ]),
  ) as Outcomes;

const totalOf = (sums: readonly Sum[]) => ({
  applications: sums.reduce((total, { applications }) => total + Number(applications), 0),
  outcomes: outcomesOf(sums),
});

/** Groups by a key, the largest group first. Applications whose institution is erased are in no group. */
function grouped(sums: readonly Sum[], of: (sum: Sum) => string | null): [string, Sum[]][] {
  const groups = Map.groupBy(sums, (sum) => of(sum) ?? '');
  groups.delete('');
  return [...groups].sort(
    ([a, some], [b, others]) => totalOf(others).applications - totalOf(some).applications || a.localeCompare(b),
  );
}
