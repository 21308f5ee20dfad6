import type { RulingsView } from '@libretto/contracts';
import { type Actor, decide, isBeforeCommission, isRefusal, outcomeOf, quorumStanding, whoChairs } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/http/refused';
import { InstitutionDirectory } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { PlaceKeeper } from '../../places';
import type { Application } from '../application/application.entity';
import type { Bench } from '../commission/bench';
import { CommissionDesk } from '../commission/commission-desk';
import { deliberationOn, type Said } from '../commission/deliberation';
import { Ruling } from './ruling.entity';
import { saidOf } from '../commission/said';
import { termsOf } from '../application/terms';

type Row = RulingsView['items'][number];
const pageSize = 100;

/** The table that whoever chairs rules from: one row for each applicant whom they chair. */
@Injectable()
export class RulingTable {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly places: PlaceKeeper,
  ) {}

  async of(actor: Actor, editionId: string, after?: string): Promise<RulingsView> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const { rows, bench } = await this.desk.rows(actor, editionId);
    const from = rows.findIndex(({ application }) => application.id === after) + 1;
    const shown = rows.slice(from, from + pageSize).map(({ application }) => application);
    const said = await saidOf(this.database.read, shown);
    const rulings = shown.length
      ? await this.database.read.find(Ruling, { where: { applicationId: In(shown.map(({ id }) => id)) }, order: { number: 'ASC' } })
      : [];
    const institutions = await this.institutions.byIds(shown.flatMap(({ institutionId }) => institutionId ?? []));
    const hasPlace = await this.places.fitting(edition);
    const items = shown.flatMap((application): Row[] => {
      const row = this.row(actor, application, edition, bench, said, hasPlace);
      if (!row) return [];
      const ruling = rulings.findLast(({ applicationId }) => applicationId === application.id);
      return [
        {
          ...row,
          institution: institutions.get(application.institutionId ?? '')?.name ?? '',
          ruling: ruling ? { outcome: ruling.outcome, at: ruling.at.toISOString(), by: bench.nameOf(ruling.byId) } : null,
        },
      ];
    });
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      items,
      next: from + pageSize < rows.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** `null` where somebody else chairs. */
  private row(
    { accountId }: Actor,
    application: Application,
    edition: EditionCard,
    bench: Bench,
    said: Said,
    hasPlace: (seat: { institutionId: string; country: string }) => boolean,
  ): Omit<Row, 'institution' | 'ruling'> | null {
    const deliberation = deliberationOn(application, termsOf(edition), bench, said);
    if (whoChairs(bench.members, deliberation.inConflict) !== accountId) return null;
    const { quorum, cast } = quorumStanding(deliberation);
    const isOpen = isBeforeCommission(application.state);
    const sees = application.state === 'ruled' || deliberation.votes.some((vote) => vote.accountId === accountId);
    const decided = decide(deliberation);
    const { institutionId, country } = application;
    const seat = institutionId && country ? { institutionId, country } : null;
    return {
      applicationId: application.id,
      name: bench.nameOf(application.accountId),
      country: country ?? '',
      state: application.state,
      cast,
      quorum,
      votes: sees && !isRefusal(decided) ? decided.votes.counts : null,
      decidedByChair: sees && !isRefusal(decided) && decided.votes.decidedByChair,
      decision: sees && isOpen && !isRefusal(decided) ? outcomeOf(decided.decision, seat !== null && hasPlace(seat)) : null,
      whyNot: application.state === 'returned' ? { code: 'admissions.with-the-applicant', numbers: {} } : whyNot(isOpen, sees, cast >= quorum, decided),
      can: { rule: isOpen && sees && !isRefusal(decided) },
    };
  }
}

/** Why no ruling can be made now, as far as the chair may know it before having voted. */
function whyNot(isOpen: boolean, sees: boolean, hasQuorum: boolean, decided: ReturnType<typeof decide>): Row['whyNot'] {
  if (!isOpen) return null;
  if (hasQuorum && !sees) return { code: 'admissions.chair-votes-first', numbers: {} };
  return isRefusal(decided) ? { code: decided.refused, numbers: { ...decided.numbers } } : null;
}
