import type { Booklet } from '@libretto/contracts';
import { dayOf, isOpenTo } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { Material } from '../material/material.entity';
import { inOrder, isPublished, publishedTitles, titleOf } from '../material/material-rows';

@Injectable()
export class OwnProgress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many of the open materials of each module somebody has finished, and where they go on. One statement. */
  async in(
    edition: EditionCard,
    enrolmentId: string,
  ): Promise<{ byModule: Map<number, { finished: number; of: number }>; goOn: Booklet['goOn'] }> {
    const rows = await this.database.rows(
      rowsOf(
        Material,
        `${publishedTitles.join}
         LEFT JOIN material_progress own ON own.materialId = it.id AND own.enrolmentId = :enrolmentId
         WHERE it.editionId = :editionId AND it.removedAt IS NULL`,
        { editionId: edition.id, enrolmentId },
        { beside: { ...publishedTitles.cells, finishedAt: 'own.finishedAt' } },
      ),
    );
    const today = dayOf(this.clock.now(), edition.timeZone);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const open = rows.filter((row) => isPublished(row) && isOpenTo(row, today, byId)).sort(inOrder);
    const byModule = new Map<number, { finished: number; of: number }>();
    for (const { moduleNumber, finishedAt } of open) {
      const { finished, of } = byModule.get(moduleNumber) ?? { finished: 0, of: 0 };
      byModule.set(moduleNumber, { finished: finished + (finishedAt === null ? 0 : 1), of: of + 1 });
    }
    const next = open.find(({ finishedAt }) => finishedAt === null);
    const goOn = next && { materialId: next.id, title: titleOf(next), moduleNumber: next.moduleNumber };
    return { byModule, goOn: goOn ?? null };
  }
}
