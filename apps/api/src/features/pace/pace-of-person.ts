import type { PaceOf } from '@libretto/contracts';
import { type Actor, chartOf, foreseenFor, plannedByDay, plannedFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound, orNotFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { Timetable } from '../schedule';
import { Ledger } from '../workload';
import { behindRows } from './behind-rows';
import { mayReadEverybodysPace } from './pace.policy';
import { askedOf, behindPercentOf, planOf } from './plan-of-edition';

@Injectable()
export class PaceOfPerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly ledger: Ledger,
  ) {}

  async own({ accountId }: Actor, editionId: string): Promise<PaceOf> {
    return this.of(orNotFound(await this.enrolments.of(editionId, accountId)));
  }

  async read(actor: Actor, editionId: string, enrolmentId: string): Promise<PaceOf> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    const mayRead = enrolment?.accountId === actor.accountId || mayReadEverybodysPace(actor, { editionId });
    if (enrolment?.editionId !== editionId || !mayRead) throw notFound();
    return this.of(enrolment);
  }

  /** Plan against fact for one person. Who joined late has a plan that begins with them. */
  private async of(enrolment: EnrolmentCard): Promise<PaceOf> {
    const { id, editionId } = enrolment;
    const [card, sessions, recorded, [behind]] = await Promise.all([
      this.editions.byId(editionId),
      this.timetable.ofEdition(editionId),
      this.ledger.byDay(id),
      this.database.rows(behindRows('it.enrolmentId = :id', { id })),
    ]);
    const edition = orNotFound(card);
    const plan = planOf(edition, sessions, this.clock.now());
    const planned = plannedByDay(plan);
    const asked = askedOf(edition, enrolment, plan);
    return {
      percent: behindPercentOf(edition),
      foreseen: foreseenFor(planned, asked),
      recorded: recorded.reduce((sum, { minutes }) => sum + minutes, 0),
      behindSince: behind?.since.toISOString() ?? null,
      days: chartOf(plannedFor(planned, asked), recorded, plan.today),
    };
  }
}
