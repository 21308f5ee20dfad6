import type { PlacesForeseen, PlacesOutlook as Outlook } from '@libretto/contracts';
import { type Actor, type AdmissionForeseen, isRefusal, outcomeOf, ruleOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { PlaceAllocation } from '../../places';
import { Application } from '../dossier/application.entity';
import { termsOf } from '../dossier/terms';
import { CommissionPanels } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { deliberationRecordOf } from '../dossier/deliberation-record';

/** The effects of several rulings on the places, each after those before it. */
@Injectable()
export class PlacesOutlook {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly places: PlaceAllocation,
    private readonly recusals: Recusals,
  ) {}

  /** The applications among these that the actor could rule on now, in this order. */
  async of(actor: Actor, editionId: string, applicationIds: readonly string[]): Promise<Outlook> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const rows = applicationIds.length
      ? await this.database.read.findBy(Application, { editionId, id: In([...applicationIds]) })
      : [];
    const panel = await this.panels.of(
      editionId,
      rows.map(({ accountId }) => accountId),
    );
    const record = await deliberationRecordOf(this.database.read, rows);
    const inThisOrder = [...new Set(applicationIds)].flatMap((id) => rows.find((row) => row.id === id) ?? []);
    const had = await this.places.had({ editionId });
    const rulings = inThisOrder.flatMap((application) => {
      const deliberation = deliberationOn(application, termsOf(edition), panel, record);
      const decided = ruleOn(deliberation, { accountId: actor.accountId, reason: '…' });
      return isRefusal(decided)
        ? []
        : [{ application, decision: decided.decision, seat: had.has(application.id) ? null : seatOf(application) }];
    });
    const seats = rulings.flatMap(({ decision, seat }) => (decision !== 'rejected' && seat ? [seat] : []));
    const foreseen = await this.places.foresee(edition, seats, await this.recusals.of(actor.accountId, editionId));
    return {
      items: rulings.map(({ application, decision, seat }) => {
        const places = seat ? (foreseen[seats.indexOf(seat)] ?? null) : null;
        return {
          applicationId: application.id,
          name: panel.nameOf(application.accountId),
          outcome: outcomeOf(decision, had.get(application.id) === 'offer' || places?.source != null),
          places: places && seat && placesForeseen(seat.country, places),
        };
      }),
    };
  }
}

/** An applicant's institution and country, as the places count them. */
export const seatOf = ({ institutionId, country }: Application) =>
  institutionId && country ? { institutionId, country } : null;

export const placesForeseen = (country: string, foreseen: AdmissionForeseen): PlacesForeseen => ({
  country,
  ...foreseen,
});
