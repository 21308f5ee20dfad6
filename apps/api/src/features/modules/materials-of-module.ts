import type { Material as MaterialView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { cellsOf, rowsOf } from '../../platform/database/read-together';
import { fileCells, fileIn } from '../../platform/files/file-store';
import { notFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { Material } from './material.entity';

@Injectable()
export class MaterialsOfModule {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
  ) {}

  /** The materials on a module's page, in the order in which they were added. */
  async read(editionId: string, moduleNumber: number): Promise<MaterialView[]> {
    const materials = await this.database.rows(
      rowsOf(
        Material,
        `LEFT JOIN stored_file file ON file.id = it.fileId
         WHERE it.editionId = :editionId AND it.moduleNumber = :moduleNumber AND it.removedAt IS NULL`,
        { editionId, moduleNumber },
        { beside: fileCells, by: ['id'] },
      ),
    );
    const people = await this.people.byIds(materials.map(({ addedBy }) => addedBy));
    return materials.map(({ id, kind, title, fileId, url, text, addedBy, addedAt, ...file }) => ({
      id,
      kind,
      title,
      file: fileId === null ? null : fileIn(fileId, file),
      url,
      text,
      addedBy: people.get(addedBy)?.name ?? '',
      addedAt: addedAt.toISOString(),
    }));
  }

  /** The number of materials of each module, by the module's number. */
  async countsOf(editionId: string): Promise<Map<number, number>> {
    const rows = await this.database.rows(
      cellsOf(
        { moduleNumber: 'moduleNumber', materials: 'COUNT(*)' },
        'FROM material WHERE editionId = :editionId AND removedAt IS NULL GROUP BY moduleNumber',
        { editionId },
      ),
    );
    return new Map(rows.map(({ moduleNumber, materials }) => [Number(moduleNumber), Number(materials)]));
  }

  /** The file of a material that is on its page. */
  async fileOf(editionId: string, materialId: string): Promise<string> {
    const material = await this.database.read.findOneBy(Material, { id: materialId, editionId, removedAt: IsNull() });
    if (!material?.fileId) throw notFound();
    return material.fileId;
  }
}
