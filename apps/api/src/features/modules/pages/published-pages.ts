import type { PageText as TextView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { PageText, PageVersion } from './page-version.entity';

export interface PublishedPage {
  readonly number: number;
  readonly publishedAt: Date;
  /** By language. */
  readonly texts: Record<string, TextView>;
}

@Injectable()
export class PublishedPages {
  constructor(private readonly database: Database) {}

  /** A page as it was published with this number. One statement. */
  async read(materialId: string, number: number): Promise<PublishedPage> {
    const values = { materialId, number };
    const { versions, texts } = await this.database.together({
      versions: rowsOf(PageVersion, 'WHERE it.materialId = :materialId AND it.number = :number', values),
      texts: rowsOf(
        PageText,
        `JOIN page_version version ON version.id = it.versionId
         WHERE version.materialId = :materialId AND version.number = :number`,
        values,
      ),
    });
    const { title, publishedAt } = orNotFound(versions[0]);
    return {
      number,
      publishedAt,
      texts: Object.fromEntries(
        texts.map(({ language, blocks }) => [language, { title: title[language] ?? '', blocks }]),
      ),
    };
  }
}
