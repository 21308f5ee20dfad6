import type { InputOf, ModuleProgress, readModuleProgress } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf, rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Participants } from '../../places';
import { Material } from '../material/material.entity';
import { inOrder, isPublished, publishedTitles, titleOf } from '../material/material-rows';
import { MaterialProgress } from './material-progress.entity';

const pageSize = 50;

@Injectable()
export class ProgressOfModule {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly participants: Participants,
    private readonly people: PeopleDirectory,
  ) {}

  /** A page of participants with what each has opened and finished, beside how many have in all. */
  async page({ params, query }: InputOf<typeof readModuleProgress>): Promise<ModuleProgress> {
    const { editionId, moduleNumber } = params;
    const [edition, participants, { items, next }, read] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.participants.count({ editionId }),
      this.participants.page({ editionId, sort: 'name', after: query.after, size: pageSize }),
      this.database.together({
        materials: materialRows(editionId, moduleNumber),
        counts: countRows(editionId, moduleNumber),
      }),
    ]);
    const { number, title } = orNotFound(edition.definition.modules.find((one) => one.number === moduleNumber));
    const counts = new Map(read.counts.map((row) => [row.materialId, row]));
    const [people, followed] = await Promise.all([
      this.people.byIds(items.map(({ accountId }) => accountId)),
      this.followedBy(
        items.map(({ id }) => id),
        editionId,
        moduleNumber,
      ),
    ]);
    return {
      module: { number, title: { ...title } },
      participants,
      materials: read.materials
        .filter(isPublished)
        .sort(inOrder)
        .map((material) => ({
          id: material.id,
          title: titleOf(material),
          isRequired: material.isRequired,
          opened: Number(counts.get(material.id)?.opened ?? 0),
          finished: Number(counts.get(material.id)?.finished ?? 0),
        })),
      people: {
        items: items.map(({ id, accountId }) => ({
          enrolmentId: id,
          name: people.get(accountId)?.name ?? '',
          ...lineOf(followed.get(id) ?? []),
        })),
        next,
      },
    };
  }

  private async followedBy(enrolmentIds: string[], editionId: string, moduleNumber: number) {
    const rows = enrolmentIds.length
      ? await this.database.rows(
          rowsOf(
            MaterialProgress,
            `JOIN material ON material.id = it.materialId
             WHERE it.enrolmentId IN (:...enrolmentIds) AND material.editionId = :editionId
             AND material.moduleNumber = :moduleNumber AND material.removedAt IS NULL`,
            { enrolmentIds, editionId, moduleNumber },
          ),
        )
      : [];
    return Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
  }
}

const inModule = 'it.editionId = :editionId AND it.moduleNumber = :moduleNumber AND it.removedAt IS NULL';

const materialRows = (editionId: string, moduleNumber: number) =>
  rowsOf(
    Material,
    `${publishedTitles.join} WHERE ${inModule}`,
    { editionId, moduleNumber },
    { beside: publishedTitles.cells },
  );

const countRows = (editionId: string, moduleNumber: number) =>
  cellsOf(
    { materialId: 'it.id', opened: 'COUNT(*)', finished: 'COUNT(followed.finishedAt)' },
    `FROM material it JOIN material_progress followed ON followed.materialId = it.id WHERE ${inModule} GROUP BY it.id`,
    { editionId, moduleNumber },
  );

function lineOf(followed: readonly Pick<MaterialProgress, 'materialId' | 'openedAt' | 'finishedAt'>[]) {
  const times = followed.flatMap(({ openedAt, finishedAt }) => [openedAt, finishedAt ?? openedAt]);
  const last = times.length ? new Date(Math.max(...times.map(Number))) : null;
  return {
    opened: followed.map(({ materialId }) => materialId),
    finished: followed.filter(({ finishedAt }) => finishedAt).map(({ materialId }) => materialId),
    lastAt: last?.toISOString() ?? null,
  };
}
