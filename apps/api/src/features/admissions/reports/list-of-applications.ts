import {
  type ApplicationsView,
  type ApplicationsFilter,
  type InputOf,
  placeStandings,
  type readApplications,
} from '@libretto/contracts';
import { type Actor, applicationStates, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageAfter } from '../../../platform/http/page-after';
import { pageInOrder } from '../../../platform/database/in-order';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { PlaceStandings } from '../../places';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { termsOf } from '../dossier/terms';
import { applicationsOf, narrow } from './applications-in-question';

type Question = () => SelectQueryBuilder<Application>;
export type ListedApplication = ApplicationsView['items'][number];

const pageSize = 50;

const columns = {
  name: ({ name }: ListedApplication) => name,
  institution: ({ institution }: ListedApplication) => institution || null,
  state: ({ state }: ListedApplication) => applicationStates.indexOf(state),
  submitted: ({ submittedAt }: ListedApplication) => submittedAt,
  decided: ({ ruling }: ListedApplication) => ruling?.at ?? null,
  place: ({ place }: ListedApplication) => place && placeStandings.indexOf(place),
};

/**
 * The register of an edition's applications, without any word of the commission. A fixed number of statements a page.
 */
@Injectable()
export class ListOfApplications {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly places: PlaceStandings,
    private readonly recusals: Recusals,
  ) {}

  async of(
    { accountId }: Actor,
    editionId: string,
    { after, sort, ...filter }: InputOf<typeof readApplications>['query'],
  ): Promise<ApplicationsView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const leftOut = await this.recusals.of(accountId, editionId);
    const question = await this.question(edition, leftOut, filter);
    const { items, next } = sort ? await this.sortedPage(question, sort, after) : await this.page(question, after);
    const known = await applicationsOf(this.database.read, editionId, leftOut)
      .select('application.country', 'country')
      .addSelect('application.institutionId', 'institutionId')
      .andWhere('application.country IS NOT NULL')
      .groupBy('application.country')
      .addGroupBy('application.institutionId')
      .getRawMany<{ country: string; institutionId: string | null }>();
    const institutions = await this.institutions.byIds(known.flatMap(({ institutionId }) => institutionId ?? []));
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      knowsException: termsOf(edition).knowsException,
      items,
      next,
      applications: await question().getCount(),
      countries: [...new Set(known.map(({ country }) => country))].sort(),
      institutions: [...institutions.values()]
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }

  private async page(question: Question, after?: string) {
    const { rows, next } = await pageOf(question, after);
    return { items: await this.rows(rows.map(({ id }) => id)), next };
  }

  /** The database cannot sort names: every page reads all rows. */
  private async sortedPage(question: Question, sort: string, after?: string) {
    const all = await question().select('application.id', 'id').getRawMany<{ id: string }>();
    const rows = await this.rows(all.map(({ id }) => id));
    const { shown, next } = pageAfter(
      rows,
      { sort, columns, otherwise: ({ applicationId }) => [applicationId] },
      after,
    );
    return { items: shown, next };
  }

  async rows(ids: readonly string[]): Promise<ListedApplication[]> {
    if (!ids.length) return [];
    const applications = await this.database.read.find(Application, {
      select: {
        id: true,
        accountId: true,
        state: true,
        startedAt: true,
        submittedAt: true,
        institutionId: true,
        country: true,
      },
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
    });
    const rulings = await this.database.read.find(Ruling, {
      select: { id: true, applicationId: true, number: true, outcome: true, at: true },
      where: { applicationId: In([...ids]) },
      order: { number: 'ASC' },
    });
    const places = await this.places.of(ids);
    const people = await this.people.byIds(applications.map(({ accountId }) => accountId));
    const institutions = await this.institutions.byIds(
      applications.flatMap(({ institutionId }) => institutionId ?? []),
    );
    return applications.map(({ id, accountId, state, startedAt, submittedAt, institutionId, country }) => {
      const ruling = rulings.findLast(({ applicationId }) => applicationId === id);
      return {
        applicationId: id,
        name: people.get(accountId)?.name ?? '',
        institution: institutions.get(institutionId ?? '')?.name ?? '',
        country: country ?? '',
        state,
        startedAt: startedAt.toISOString(),
        submittedAt: submittedAt?.toISOString() ?? null,
        ruling: ruling ? { outcome: ruling.outcome, at: ruling.at.toISOString() } : null,
        place: places.get(id) ?? null,
      };
    });
  }

  /** Makes the query for the applications that match a filter; each call begins a new one. */
  async question(edition: EditionCard, leftOut: ReadonlySet<string>, filter: ApplicationsFilter): Promise<Question> {
    const accountIds = filter.name ? await this.called(edition.id, filter.name) : null;
    return () => {
      const query = applicationsOf(this.database.read, edition.id, leftOut);
      narrow(query, filter, edition.timeZone);
      if (accountIds)
        query.andWhere(accountIds.length ? 'application.accountId IN (:...accountIds)' : '1 = 0', { accountIds });
      return query;
    };
  }

  /**
   * The accounts whose name contains these words, in any case and with or without accents: databases disagree on both.
   */
  private async called(editionId: string, text: string): Promise<string[]> {
    const applicants = await this.database.read.find(Application, {
      select: { id: true, accountId: true },
      where: { editionId },
    });
    const people = await this.people.byIds(applicants.map(({ accountId }) => accountId));
    const isMeant = searchFor(text);
    return [...people.values()].filter(({ name }) => isMeant(name)).map(({ id }) => id);
  }
}

/** A page of ids, in the order in which the applications were begun. */
export const pageOf = (
  question: Question,
  after?: string,
): Promise<{ rows: Pick<Application, 'id'>[]; next: string | null }> =>
  pageInOrder(question().select('application.id'), { columns: ['id'] }, { after, size: pageSize });
