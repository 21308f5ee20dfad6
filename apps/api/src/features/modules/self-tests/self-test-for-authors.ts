import type { SelfTestForAuthors as SelfTestView } from '@libretto/contracts';
import { type Actor, agree, changeIn, isSame } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import type { MaterialPlace } from '../material/lock-material';
import { OpenMaterial } from '../material/open-material';
import { mayChangeMaterials } from '../modules.policy';
import { SelfTests } from './self-tests';

@Injectable()
export class SelfTestForAuthors {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly opening: OpenMaterial,
    private readonly tests: SelfTests,
  ) {}

  async read(actor: Actor, place: MaterialPlace): Promise<SelfTestView> {
    const [material, edition] = await Promise.all([
      this.opening.for(actor, place),
      this.editions.byId(place.editionId).then(orNotFound),
    ]);
    if (material.kind !== 'self-test') throw notFound();
    const [draft, published] = await Promise.all([
      this.tests.draftOf(material.id),
      material.version === null ? null : this.tests.version(material.id, material.version),
    ]);
    const people = await this.people.byIds(published ? [published.publishedBy] : []);
    return {
      moduleNumber: material.moduleNumber,
      // A copy or another program may have brought texts in further languages.
      languages: [...new Set([...edition.definition.languages, ...Object.keys(draft.title)])],
      draft: draft as SelfTestView['draft'],
      isChanged: !isSame(draft, published?.content),
      published: published && {
        number: published.number,
        publishedAt: published.publishedAt.toISOString(),
        by: people.get(published.publishedBy)?.name ?? '',
      },
      can: { change: agree(changeIn(edition.state)) && mayChangeMaterials(actor, place) },
    };
  }
}
