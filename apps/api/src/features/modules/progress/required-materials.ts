import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { whereIsPublished } from '../material/material-rows';

/** Which participants have required materials left, for other features. */
@Injectable()
export class RequiredMaterials {
  constructor(private readonly database: Database) {}

  /**
   * How many of the required materials that had opened by this day each of these enrolments has not finished; who has
   * finished all is absent. One statement.
   */
  async unfinishedBy(
    enrolmentIds: readonly string[],
    { id: editionId, startsOn }: EditionCard,
    day: string,
  ): Promise<ReadonlyMap<string, number>> {
    if (day < startsOn) return new Map();
    const asked = { editionId, day, yes: true };
    const { required, finished } = await this.database.together({
      required: cellsOf({ number: 'COUNT(*)' }, `FROM material WHERE ${isAsked}`, asked),
      finished: cellsOf(
        { enrolmentId: 'progress.enrolmentId', number: 'COUNT(*)' },
        `FROM material_progress progress JOIN material ON material.id = progress.materialId
         WHERE ${isAsked} AND progress.finishedAt IS NOT NULL GROUP BY progress.enrolmentId`,
        asked,
      ),
    });
    const of = Number(required[0]?.number ?? 0);
    const done = new Map(finished.map(({ enrolmentId, number }) => [String(enrolmentId), Number(number)]));
    return new Map(
      enrolmentIds.flatMap((id) => {
        const left = of - (done.get(id) ?? 0);
        return left > 0 ? [[id, left] as const] : [];
      }),
    );
  }
}

/** One without a day opened when it was added. */
const isAsked = `material.editionId = :editionId AND material.removedAt IS NULL AND material.isRequired = :yes
  AND ${whereIsPublished} AND COALESCE(material.opensOn, SUBSTR(material.addedAt, 1, 10)) <= :day`;
