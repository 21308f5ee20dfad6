import type { PageDraft as DraftView } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PageDraft } from './page-draft.entity';

@Injectable()
export class PageDrafts {
  constructor(private readonly database: Database) {}

  /** What is written of a page, by language. One statement. */
  async of(materialId: string): Promise<Record<string, DraftView>> {
    const drafts = await this.database.rows(
      rowsOf(PageDraft, 'WHERE it.materialId = :materialId', { materialId }, { by: ['id'] }),
    );
    return Object.fromEntries(drafts.map(({ language, title, blocks }) => [language, { title, blocks }]));
  }
}
