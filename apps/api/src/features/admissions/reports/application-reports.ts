import { type ReportsView, type WhatBecame, whatBecame } from '@libretto/contracts';
import { type Actor, applicationStates, type Milestone, type Reached, type Step, timeline } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { cellsFound, made, type Rows } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import type { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { termsOf } from '../dossier/terms';
import { applicationsOf, became, instantOf } from './applications-in-question';

type Outcomes = ReportsView['outcomes'];
interface Sum {
  country: string | null;
  institutionId: string | null;
  outcome: WhatBecame;
  applications: number;
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
    const [card, leftOut] = await Promise.all([this.editions.byId(editionId), this.recusals.of(accountId, editionId)]);
    const edition = orNotFound(card);
    const question = () => applicationsOf(this.database.read, editionId, leftOut);
    const rows = await this.database.together({
      states: stateRows(question()),
      sums: sumRows(question()),
      started: minuteRows(question(), 'started'),
      submitted: minuteRows(question(), 'submitted'),
      ruled: minuteRows(question(), 'ruled'),
    });
    const ofInstitutions = rows.sums;
    const institutions = await this.institutions.byIds(
      ofInstitutions.flatMap(({ institutionId }) => institutionId ?? []),
    );
    const counts = new Map(rows.states.map(({ state, applications }) => [String(state), Number(applications)]));
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      knowsException: termsOf(edition).knowsException,
      states: applicationStates.flatMap((state) =>
        counts.has(state) ? [{ state, applications: counts.get(state) ?? 0 }] : [],
      ),
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
      overTime: timeline([...rows.started, ...rows.submitted, ...rows.ruled], edition.timeZone, by),
    };
  }
}

type Question = SelectQueryBuilder<Application>;

const stateRows = (question: Question) =>
  cellsFound({ state: 'application.state', applications: 'COUNT(*)' }, question.groupBy('application.state'));

/** The outcomes of submitted applications, by the applicants' country and institution. */
const sumRows = (question: Question): Rows<Sum> =>
  made(
    cellsFound(
      {
        country: 'application.country',
        institutionId: 'application.institutionId',
        outcome: became,
        applications: 'COUNT(*)',
      },
      question
        .andWhere('application.submittedAt IS NOT NULL')
        .groupBy('application.country')
        .addGroupBy('application.institutionId')
        .addGroupBy(became),
    ),
    ({ country, institutionId, outcome, applications }) => ({
      country: country === null ? null : String(country),
      institutionId: institutionId === null ? null : String(institutionId),
      outcome: outcome as WhatBecame,
      applications: Number(applications),
    }),
  );

/** By the minute, since the time zone decides where a day ends, and the database does not know it. */
function minuteRows(question: Question, milestone: Milestone): Rows<Reached> {
  const column = instantOf[milestone];
  const minute = `SUBSTR(${column}, 1, 16)`;
  return made(
    cellsFound({ minute, applications: 'COUNT(*)' }, question.andWhere(`${column} IS NOT NULL`).groupBy(minute)),
    (row) => ({
      milestone,
      at: new Date(`${String(row.minute).replace(' ', 'T')}Z`),
      applications: Number(row.applications),
    }),
  );
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
