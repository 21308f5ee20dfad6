import type { MaterialView } from '@libretto/contracts';
import { type Actor, agree, changeIn, dayOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { OwnAttempts } from '../attempts/own-attempts';
import { mayChangeMaterials } from '../modules.policy';
import { PublishedPages } from '../pages/published-pages';
import type { MaterialPlace } from '../material/lock-material';
import { MaterialsOfModule } from './materials-of-module';
import { OpenMaterial } from '../material/open-material';

@Injectable()
export class MaterialPage {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly materials: MaterialsOfModule,
    private readonly opening: OpenMaterial,
    private readonly pages: PublishedPages,
    private readonly attempts: OwnAttempts,
  ) {}

  /** One material with its neighbours in the module. Refusals: modules.material-not-open, modules.material-opens-after. */
  async read(actor: Actor, place: MaterialPlace): Promise<MaterialView> {
    const { editionId } = place;
    const [{ id, kind, moduleNumber, version }, edition, enrolment] = await Promise.all([
      this.opening.for(actor, place),
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const isAuthor = mayChangeMaterials(actor, { editionId });
    const today = dayOf(this.clock.now(), edition.timeZone);
    const [all, page, test] = await Promise.all([
      this.materials.read(editionId, moduleNumber, { enrolmentId: enrolment?.id ?? null, today, isAuthor }),
      kind === 'page' && version !== null ? this.pages.read(id, version) : null,
      kind === 'self-test' && version !== null && enrolment
        ? this.attempts.at({ materialId: id, version }, enrolment.id, edition)
        : null,
    ]);
    const at = all.findIndex((material) => material.id === id);
    const { number, title, mode } = orNotFound(edition.definition.modules.find((one) => one.number === moduleNumber));
    const changes = agree(changeIn(edition.state));
    return {
      ...orNotFound(all[at]),
      module: { number, title: { ...title }, mode },
      texts: page?.texts ?? {},
      publishedAt: page?.publishedAt.toISOString() ?? null,
      test,
      before: neighbour(all.slice(0, at).findLast(({ isOpen }) => isOpen || isAuthor)),
      after: neighbour(all.slice(at + 1).find(({ isOpen }) => isOpen || isAuthor)),
      can: { change: changes && isAuthor, follow: changes && enrolment !== null },
    };
  }
}

const neighbour = (material: Pick<MaterialView, 'id' | 'title'> | undefined) =>
  material ? { id: material.id, title: material.title } : null;
