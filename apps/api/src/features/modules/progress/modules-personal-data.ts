import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { MaterialProgress } from './material-progress.entity';

/** What somebody has opened and finished, for that person. */
@Injectable()
export class ModulesPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(enrolmentIds: readonly string[]) {
    if (!enrolmentIds.length) return [];
    const rows = await this.database.rows(
      rowsOf(
        MaterialProgress,
        'JOIN material ON material.id = it.materialId WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { by: ['id'], beside: { material: 'material.title', moduleNumber: 'material.moduleNumber' } },
      ),
    );
    return rows.map(({ material, moduleNumber, openedAt, finishedAt, finishedBy }) => ({
      moduleNumber: Number(moduleNumber),
      material: String(material),
      openedAt,
      finishedAt,
      finishedBy,
    }));
  }
}
