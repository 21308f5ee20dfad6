import type { HoursView, InputOf, readHours } from '@libretto/contracts';
import { type Actor, agree, changeIn, minutesPerEcts, noMinutes, notionalOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { orNotFound } from '../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { type EnrolmentCard, Participants, type ParticipantsAsked } from '../places';
import { Ledger, mayApproveMoreSelfStudy } from '../workload';
import { behindAmong, enrolmentsBehind } from './behind-rows';

const pageSize = 50;

@Injectable()
export class HoursOfParticipants {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly participants: Participants,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly ledger: Ledger,
  ) {}

  async page(actor: Actor, editionId: string, query: InputOf<typeof readHours>['query']): Promise<HoursView> {
    const asked = this.asked(editionId, query);
    const [card, { items, next }, participants] = await Promise.all([
      this.editions.byId(editionId),
      this.participants.page({ ...asked, sort: query.sort, after: query.after, size: pageSize }),
      this.participants.count(asked),
    ]);
    const { definition, state } = orNotFound(card);
    return {
      items: await this.linesOf(items),
      next,
      participants,
      notional: notionalOf(definition.modules),
      minutesPerEcts: minutesPerEcts(definition.workload),
      modules: definition.modules.map(({ number, title }) => ({ number, title: { ...title } })),
      can: { approveMore: agree(changeIn(state)) && mayApproveMoreSelfStudy(actor, { editionId }) },
    };
  }

  /** All of them, for a file. */
  async all(editionId: string): Promise<HoursView['items']> {
    return this.linesOf(await this.participants.all({ editionId }));
  }

  private asked(editionId: string, { q, behind }: InputOf<typeof readHours>['query']): ParticipantsAsked {
    return { editionId, q, only: behind && [`it.id IN (${enrolmentsBehind})`, { editionId }] };
  }

  private async linesOf(items: readonly EnrolmentCard[]): Promise<HoursView['items']> {
    const ids = items.map(({ id }) => id);
    const [people, institutions, sums, isBehind] = await Promise.all([
      this.people.byIds(items.map(({ accountId }) => accountId)),
      this.institutions.byIds(items.map(({ institutionId }) => institutionId)),
      this.ledger.sums(ids),
      behindAmong(this.database, ids),
    ]);
    return items.map(({ id, accountId, institutionId, country }) => ({
      enrolmentId: id,
      name: people.get(accountId)?.name ?? '',
      institution: institutions.get(institutionId)?.name ?? '',
      country,
      recorded: sums.get(id)?.byKind ?? noMinutes,
      isBehind: isBehind.has(id),
    }));
  }
}
