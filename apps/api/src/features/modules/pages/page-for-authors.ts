import type { PageForAuthors as PageView } from '@libretto/contracts';
import { type Actor, agree, changeIn, publishPage } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import type { MaterialPlace } from '../material/lock-material';
import { OpenMaterial } from '../material/open-material';
import { mayChangeMaterials } from '../modules.policy';
import { PageDrafts } from './page-drafts';
import { PageVersion } from './page-version.entity';
import { PublishedPages } from './published-pages';

@Injectable()
export class PageForAuthors {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly opening: OpenMaterial,
    private readonly drafts: PageDrafts,
    private readonly pages: PublishedPages,
  ) {}

  async read(actor: Actor, place: MaterialPlace): Promise<PageView> {
    const [material, edition] = await Promise.all([
      this.opening.for(actor, place),
      this.editions.byId(place.editionId).then(orNotFound),
    ]);
    if (material.kind !== 'page') throw notFound();
    const [drafts, versions, published] = await Promise.all([
      this.drafts.of(material.id),
      this.database.rows(rowsOf(PageVersion, 'WHERE it.materialId = :materialId', { materialId: material.id })),
      material.version === null ? null : this.pages.read(material.id, material.version),
    ]);
    const people = await this.people.byIds(versions.map(({ publishedBy }) => publishedBy));
    return {
      moduleNumber: material.moduleNumber,
      title: Object.fromEntries(Object.entries(drafts).map(([language, { title }]) => [language, title])),
      languages: [...edition.definition.languages],
      drafts,
      isChanged: agree(publishPage(drafts, published?.texts ?? null)),
      versions: versions
        .sort((one, other) => other.number - one.number)
        .map(({ number, publishedAt, publishedBy }) => ({
          number,
          publishedAt: publishedAt.toISOString(),
          by: people.get(publishedBy)?.name ?? '',
        })),
      can: { change: agree(changeIn(edition.state)) && mayChangeMaterials(actor, place) },
    };
  }
}
