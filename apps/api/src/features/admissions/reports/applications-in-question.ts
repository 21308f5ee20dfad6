import type { ApplicationsFilter } from '@libretto/contracts';
import { spanOfDays } from '@libretto/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Application } from '../dossier/application.entity';
import { Ruling } from '../dossier/ruling.entity';

/** The outcome of an application, in SQL: figures group by it and lists filter by it, so they cannot disagree. */
export const became = `CASE
  WHEN application.submittedAt IS NULL THEN NULL
  WHEN application.state = 'withdrawn' THEN 'withdrawn'
  WHEN ruling.outcome IS NOT NULL THEN ruling.outcome
  ELSE 'undecided' END`;

const lastRuling = `ruling.applicationId = application.id AND ruling.number =
  (SELECT MAX(latest.number) FROM ruling latest WHERE latest.applicationId = application.id)`;

/**
 * Every application of an edition except those left out, each beside its last ruling (`ruling`) and its first
 * (`firstRuling`).
 */
export function applicationsOf(
  read: EntityManager,
  editionId: string,
  leftOut: ReadonlySet<string>,
): SelectQueryBuilder<Application> {
  const query = read
    .createQueryBuilder(Application, 'application')
    .leftJoin(Ruling, 'ruling', lastRuling)
    .leftJoin(Ruling, 'firstRuling', 'firstRuling.applicationId = application.id AND firstRuling.number = 1')
    .where('application.editionId = :editionId', { editionId });
  if (leftOut.size) query.andWhere('application.id NOT IN (:...leftOut)', { leftOut: [...leftOut] });
  return query;
}

/** The time at which an application reached a milestone, in SQL. */
export const instantOf = {
  started: 'application.startedAt',
  submitted: 'application.submittedAt',
  ruled: 'firstRuling.at',
};

/** Narrows a query to a filter; names are filtered elsewhere, because databases compare letters in their own ways. */
export function narrow(query: SelectQueryBuilder<Application>, filter: ApplicationsFilter, timeZone: string): void {
  const { state, outcome, country, institutionId, milestone, from, until } = filter;
  if (state) query.andWhere('application.state = :state', { state });
  if (outcome) query.andWhere(`${became} = :outcome`, { outcome });
  if (country) query.andWhere('application.country = :country', { country });
  if (institutionId) query.andWhere('application.institutionId = :institutionId', { institutionId });
  if (!milestone) return;
  const at = instantOf[milestone];
  query.andWhere(`${at} IS NOT NULL`);
  const { start, end } = spanOfDays(from ?? '1970-01-01', until ?? '9999-12-30', timeZone);
  query.andWhere(`${at} >= :start AND ${at} < :end`, { start, end });
}
