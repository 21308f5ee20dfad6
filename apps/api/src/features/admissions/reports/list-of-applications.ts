import {
  type ApplicationsView,
  type ApplicationsFilter,
  type InputOf,
  placeStandings,
  type readApplications,
} from '@libretto/contracts';
import { type Actor, applicationStates, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { cellsFound, countFound, made, type Rows, rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { onPage, type Order, pageOf } from '../../../platform/database/in-order';
import { orNotFound } from '../../../platform/refusals/refused';
import { peopleRows } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { standingRows, standingsIn } from '../../places';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { termsOf } from '../dossier/terms';
import { applicationsOf, narrow } from './applications-in-question';

type Question = () => SelectQueryBuilder<Application>;
export type ListedApplication = ApplicationsView['items'][number];

const pageSize = 50;
const begun: Order<Pick<Application, 'id'>> = { columns: ['id'] };

const listed = ['id', 'accountId', 'state', 'startedAt', 'submittedAt', 'country'] as const;

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
    private readonly recusals: Recusals,
  ) {}

  async of(
    { accountId }: Actor,
    editionId: string,
    { after, sort, ...filter }: InputOf<typeof readApplications>['query'],
  ): Promise<ApplicationsView> {
    const [card, leftOut, accountIds] = await Promise.all([
      this.editions.byId(editionId),
      this.recusals.of(accountId, editionId),
      this.called(editionId, filter.name),
    ]);
    const edition = orNotFound(card);
    const question = this.about(edition, leftOut, filter, accountIds);
    const [{ items, next }, { known, found }] = await Promise.all([
      sort ? this.sortedPage(question, sort, after) : this.page(question, after),
      this.database.together({
        known: cellsFound(
          { country: 'application.country', id: 'standing.id', name: 'standing.name' },
          applicationsOf(this.database.read, editionId, leftOut)
            .leftJoin('institution', 'institution', 'institution.id = application.institutionId')
            .leftJoin('institution', 'standing', 'standing.id = COALESCE(institution.mergedIntoId, institution.id)')
            .andWhere('application.country IS NOT NULL')
            .groupBy('application.country')
            .addGroupBy('standing.id')
            .addGroupBy('standing.name'),
        ),
        found: countFound(question()),
      }),
    ]);
    const institutions = new Map(known.flatMap(({ id, name }) => (id ? [[String(id), String(name)]] : [])));
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      knowsException: termsOf(edition).knowsException,
      items,
      next,
      applications: found[0] ?? 0,
      countries: [...new Set(known.map(({ country }) => String(country)))].sort(),
      institutions: [...institutions].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    };
  }

  private async page(question: Question, after?: string) {
    const { ids, next } = await this.idsOfPage(question, after);
    return { items: await this.rows(ids), next };
  }

  /** A page of ids, in the order in which the applications were begun. */
  async idsOfPage(question: Question, after?: string): Promise<{ ids: string[]; next: string | null }> {
    const page = onPage(question(), { order: begun, after, size: pageSize });
    const { rows, next } = pageOf(await this.database.rows(idsFound(page)), begun, pageSize);
    return { ids: rows.map(({ id }) => id), next };
  }

  /** The database cannot sort names: every page reads all rows. */
  private async sortedPage(question: Question, sort: string, after?: string) {
    const all = await this.database.rows(idsFound(question()));
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
    const rows = await this.database.together({
      applications: rowsOf(
        Application,
        `LEFT JOIN institution ON institution.id = it.institutionId
         LEFT JOIN institution became ON became.id = institution.mergedIntoId WHERE it.id IN (:...ids)`,
        { ids },
        { columns: listed, beside: { institution: 'COALESCE(became.name, institution.name)' }, by: ['id'] },
      ),
      rulings: rowsOf(
        Ruling,
        'WHERE it.applicationId IN (:...ids)',
        { ids },
        { columns: ['applicationId', 'number', 'outcome', 'at'], by: ['number'] },
      ),
      people: peopleRows('SELECT accountId AS id FROM application WHERE id IN (:...ids)', { ids }),
      ...standingRows(ids),
    });
    const people = new Map(rows.people.map((person) => [person.id, person]));
    const ruled = new Map(rows.rulings.map((ruling) => [ruling.applicationId, ruling]));
    const places = standingsIn(rows);
    return rows.applications.map(({ id, accountId, state, startedAt, submittedAt, institution, country }) => {
      const ruling = ruled.get(id);
      return {
        applicationId: id,
        name: people.get(accountId)?.name ?? '',
        institution: String(institution ?? ''),
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
    return this.about(edition, leftOut, filter, await this.called(edition.id, filter.name));
  }

  private about(
    edition: EditionCard,
    leftOut: ReadonlySet<string>,
    filter: ApplicationsFilter,
    accountIds: readonly string[] | null,
  ): Question {
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
  private async called(editionId: string, text: string | undefined): Promise<string[] | null> {
    if (!text) return null;
    const people = await this.database.rows(
      peopleRows('SELECT accountId AS id FROM application WHERE editionId = :editionId', { editionId }),
    );
    const isMeant = searchFor(text);
    return people.filter(({ name }) => isMeant(name)).map(({ id }) => id);
  }
}

const idsFound = (question: SelectQueryBuilder<Application>): Rows<Pick<Application, 'id'>> =>
  made(cellsFound({ id: 'application.id' }, question), ({ id }) => ({ id: String(id) }));
