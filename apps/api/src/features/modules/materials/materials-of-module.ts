import type { Material as MaterialView } from '@libretto/contracts';
import { isOpenOn, isOpenTo, type WayToFinish } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf, instantIn, type Rows, rowsOf } from '../../../platform/database/read-together';
import { fileCells, fileIn } from '../../../platform/files/file-store';
import { PeopleDirectory } from '../../accounts';
import { Material } from '../material/material.entity';
import { inOrder, isPublished, publishedTitles, titleOf, whereIsPublished } from '../material/material-rows';

/** Whose eyes the materials are for. */
export interface Reader {
  /** The reader's enrolment, if the reader takes part. */
  readonly enrolmentId: string | null;
  /** The day in the edition's calendar. */
  readonly today: string;
  /** Authors see pages that were never published, and what is not open yet. */
  readonly isAuthor: boolean;
}

@Injectable()
export class MaterialsOfModule {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
  ) {}

  /** The materials on a module's page, in their order. */
  async read(editionId: string, moduleNumber: number, reader: Reader): Promise<MaterialView[]> {
    const rows = await this.database.rows(materialRows(editionId, moduleNumber, reader.enrolmentId));
    const seen = rows.sort(inOrder).filter((row) => reader.isAuthor || isPublished(row));
    const people = await this.people.byIds(seen.map(({ addedBy }) => addedBy));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const isOpen = (row: MaterialRow) =>
      reader.isAuthor ? isOpenOn(row.opensOn, reader.today) : isOpenTo(row, reader.today, byId);
    return seen.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: titleOf(row),
      minutes: row.minutes,
      isRequired: row.isRequired,
      opensOn: row.opensOn,
      dayHasCome: isOpenOn(row.opensOn, reader.today),
      opensAfter: conditionIn(byId.get(row.opensAfterId ?? '')),
      isOpen: isOpen(row),
      isPublished: isPublished(row),
      progress: progressIn(row),
      // What is not open yet is announced, and no more than that.
      ...(reader.isAuthor || isOpen(row)
        ? { file: row.fileId === null ? null : fileIn(row.fileId, row), url: row.url }
        : { file: null, url: null }),
      addedBy: people.get(row.addedBy)?.name ?? '',
      addedAt: row.addedAt.toISOString(),
    }));
  }

  /** The number of materials of each module, by the module's number: of those that an author sees, or others do. */
  async countsOf(editionId: string, isAuthor: boolean): Promise<Map<number, number>> {
    const seen = isAuthor ? '' : ` AND ${whereIsPublished}`;
    const rows = await this.database.rows(
      cellsOf(
        { moduleNumber: 'moduleNumber', materials: 'COUNT(*)' },
        `FROM material WHERE editionId = :editionId AND removedAt IS NULL${seen} GROUP BY moduleNumber`,
        { editionId },
      ),
    );
    return new Map(rows.map(({ moduleNumber, materials }) => [Number(moduleNumber), Number(materials)]));
  }
}

const materialRows = (editionId: string, moduleNumber: number, enrolmentId: string | null) =>
  rowsOf(
    Material,
    `LEFT JOIN stored_file file ON file.id = it.fileId
     ${publishedTitles.join}
     LEFT JOIN material_progress own ON own.materialId = it.id AND own.enrolmentId = :enrolmentId
     WHERE it.editionId = :editionId AND it.moduleNumber = :moduleNumber AND it.removedAt IS NULL`,
    { editionId, moduleNumber, enrolmentId: enrolmentId ?? '' },
    {
      beside: {
        ...fileCells,
        ...publishedTitles.cells,
        openedAt: 'own.openedAt',
        finishedAt: 'own.finishedAt',
        finishedBy: 'own.finishedBy',
      },
    },
  );
type MaterialRow = ReturnType<typeof materialRows> extends Rows<infer Row> ? Row : never;

const conditionIn = (row: MaterialRow | undefined): MaterialView['opensAfter'] =>
  row ? { id: row.id, title: titleOf(row), kind: row.kind, isFinished: row.finishedAt !== null } : null;

const progressIn = ({ openedAt, finishedAt, finishedBy }: MaterialRow): MaterialView['progress'] =>
  openedAt === null
    ? null
    : {
        openedAt: instantIn(openedAt).toISOString(),
        finishedAt: finishedAt === null ? null : instantIn(finishedAt).toISOString(),
        finishedBy: finishedBy as WayToFinish | null,
      };
