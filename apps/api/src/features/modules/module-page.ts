import type { listModules, ModuleView, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, changeIn, dayOf, isIllustrative } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { orNotFound } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { HoursByModule } from '../workload';
import { MaterialsOfModule } from './materials/materials-of-module';
import { mayChangeMaterials } from './modules.policy';

@Injectable()
export class ModulePage {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly hours: HoursByModule,
    private readonly materials: MaterialsOfModule,
  ) {}

  /** All modules of an edition. */
  async list(actor: Actor, editionId: string): Promise<ReplyOf<typeof listModules>> {
    const [edition, materials] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.materials.countsOf(editionId, mayChangeMaterials(actor, { editionId })),
    ]);
    const { title, modules } = edition.definition;
    return {
      programme: { ...title },
      edition: edition.name,
      modules: modules.map(({ number, title, summary, mode, minutes }) => ({
        number,
        title: { ...title },
        summary: { ...summary },
        mode,
        notional: minutes,
        materials: materials.get(number) ?? 0,
      })),
    };
  }

  /** One module's page, with the reader's own minutes where the reader takes part. */
  async read(actor: Actor, editionId: string, moduleNumber: number): Promise<ModuleView> {
    const [edition, enrolment] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const module = orNotFound(edition.definition.modules.find(({ number }) => number === moduleNumber));
    const changes = agree(changeIn(edition.state));
    const isAuthor = mayChangeMaterials(actor, { editionId });
    const reader = {
      enrolmentId: enrolment?.id ?? null,
      today: dayOf(this.clock.now(), edition.timeZone),
      isAuthor,
    };
    const [sessions, materials, minutes] = await Promise.all([
      this.timetable.of(edition, moduleNumber),
      this.materials.read(editionId, moduleNumber, reader),
      enrolment && this.ownMinutes(enrolment.id, edition, moduleNumber),
    ]);
    const open = materials.filter(({ isOpen, isPublished }) => isOpen && isPublished);
    const finished = open.filter(({ progress }) => progress?.finishedAt).length;
    return {
      number: moduleNumber,
      title: { ...module.title },
      summary: { ...module.summary },
      mode: module.mode,
      isIllustrative: isIllustrative(edition.definition, 'modules.minutes'),
      outcomes: module.outcomes.map(({ text }) => ({ ...text })),
      sessions,
      materials,
      notional: module.minutes,
      own: enrolment && minutes && { enrolmentId: enrolment.id, minutes, materials: { finished, of: open.length } },
      modules: edition.definition.modules.map(({ number, title }) => ({ number, title: { ...title } })),
      can: {
        addMaterial: changes && isAuthor,
        declareSelfStudy: changes && minutes !== null,
      },
    };
  }

  private async ownMinutes(enrolmentId: string, { definition }: EditionCard, moduleNumber: number) {
    const { modules } = await this.hours.of(enrolmentId, definition);
    return modules.find(({ number }) => number === moduleNumber) ?? null;
  }
}
