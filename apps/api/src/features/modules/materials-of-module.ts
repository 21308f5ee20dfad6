import type { Material as MaterialView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { fileCard } from '../../platform/files/file-store';
import { StoredFile } from '../../platform/files/stored-file.entity';
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
    const { read } = this.database;
    const materials = await read.find(Material, {
      where: { editionId, moduleNumber, removedAt: IsNull() },
      order: { id: 'ASC' },
    });
    const fileIds = materials.flatMap(({ fileId }) => fileId ?? []);
    const files = fileIds.length ? await read.findBy(StoredFile, { id: In(fileIds) }) : [];
    const people = await this.people.byIds(materials.map(({ addedBy }) => addedBy));
    const cards = files.map(fileCard);
    return materials.map(({ id, kind, title, fileId, url, text, addedBy, addedAt }) => ({
      id,
      kind,
      title,
      file: cards.find((file) => file.id === fileId) ?? null,
      url,
      text,
      addedBy: people.get(addedBy)?.name ?? '',
      addedAt: addedAt.toISOString(),
    }));
  }

  /** The number of materials of each module, by the module's number. */
  async countsOf(editionId: string): Promise<Map<number, number>> {
    const rows = await this.database.read
      .createQueryBuilder(Material, 'material')
      .select('material.moduleNumber', 'moduleNumber')
      .addSelect('COUNT(*)', 'materials')
      .where('material.editionId = :editionId AND material.removedAt IS NULL', { editionId })
      .groupBy('material.moduleNumber')
      .getRawMany<{ moduleNumber: number; materials: string | number }>();
    return new Map(rows.map(({ moduleNumber, materials }) => [moduleNumber, Number(materials)]));
  }

  /** The file of a material that is on its page. */
  async fileOf(editionId: string, materialId: string): Promise<string> {
    const material = await this.database.read.findOneBy(Material, { id: materialId, editionId, removedAt: IsNull() });
    if (!material?.fileId) throw notFound();
    return material.fileId;
  }
}
