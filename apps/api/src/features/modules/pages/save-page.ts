import type { InputOf, PageDraft as DraftView, savePage } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { lockMaterial } from '../material/lock-material';
import { PageDraft } from './page-draft.entity';

@Injectable()
export class SavePage {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
  ) {}

  /**
   * Merges a change into the draft of a page in one language. The lock of the material keeps two authors apart.
   * Refusals: common.changed-elsewhere, modules.language-not-of-programme.
   */
  async run(
    { accountId }: Actor,
    { params, body }: InputOf<typeof savePage>,
  ): Promise<{ stored: Pick<PageDraft, keyof DraftView> }> {
    const { definition } = orNotFound(await this.editions.byId(params.editionId));
    const { language } = params;
    if (!definition.languages.some((one) => one === language))
      throw new Refused(refuse('modules.language-not-of-programme', { language }));
    return this.transaction.run(async (tx) => {
      const { id: materialId } = await lockMaterial(tx, params, 'page');
      const [draft] = await this.database.rows(
        rowsOf(PageDraft, 'WHERE it.materialId = :materialId AND it.language = :language', { materialId, language }),
      );
      const { title = '', blocks = [] } = draft ?? {};
      const stored = mergedOrRefuse<DraftView>({ title, blocks }, body);
      const by = { changedBy: accountId, changedAt: this.clock.now() };
      const row = { id: draft?.id ?? newId(), materialId, language, ...stored, ...by };
      await tx.put(PageDraft, ['materialId', 'language'], row);
      return { stored };
    });
  }
}
