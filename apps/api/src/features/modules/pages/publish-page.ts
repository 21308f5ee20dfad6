import { type Actor, publishPage } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { lockMaterial, type MaterialPlace } from '../material/lock-material';
import { PageDrafts } from './page-drafts';
import { PageText, PageVersion } from './page-version.entity';
import { PublishedPages } from './published-pages';

@Injectable()
export class PublishPage {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly drafts: PageDrafts,
    private readonly pages: PublishedPages,
  ) {}

  /**
   * Publishes the drafts of a page as its next version: from now on participants read it. Refusals: modules.page-is-empty,
   * modules.page-without-title, modules.nothing-to-publish.
   */
  async run({ accountId }: Actor, place: MaterialPlace): Promise<{ number: number }> {
    return this.transaction.run(async (tx) => {
      const material = await lockMaterial(tx, place, 'page');
      const [drafts, published] = await Promise.all([
        this.drafts.of(material.id),
        material.version === null ? null : this.pages.read(material.id, material.version),
      ]);
      const texts = Object.entries(orRefuse(publishPage(drafts, published?.texts ?? null)));
      const number = (material.version ?? 0) + 1;
      const versionId = newId();
      await tx.insert(PageVersion, {
        id: versionId,
        materialId: material.id,
        number,
        title: Object.fromEntries(texts.map(([language, { title }]) => [language, title])),
        publishedBy: accountId,
        publishedAt: this.clock.now(),
      });
      await tx.insert(
        PageText,
        texts.map(([language, { blocks }]) => ({ id: newId(), versionId, language, blocks })),
      );
      await tx.save(Object.assign(material, { version: number, title: texts[0]?.[1].title ?? material.title }));
      return { number };
    });
  }
}
