import type { PlacesForeseen, PlacesOutlook as Outlook } from '@libretto/contracts';
import { type Actor, type AdmissionForeseen, isRefusal, outcomeOf, ruleOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { foresightIn, foresightRows } from '../../places';
import { Application, type ApplicationOnList, onList } from '../dossier/application.entity';
import { termsOf } from '../dossier/terms';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { recordOf, recordRows } from '../dossier/deliberation-record';

/** The effects of several rulings on the places, each after those before it. */
@Injectable()
export class PlacesOutlook {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
  ) {}

  /** The applications among these that the actor could rule on now, in this order. */
  async of(actor: Actor, editionId: string, applicationIds: readonly string[]): Promise<Outlook> {
    const [card, unseen, rows] = await Promise.all([
      this.editions.byId(editionId),
      this.recusals.of(actor.accountId, editionId),
      this.database.together({
        applications: rowsOf(
          Application,
          'WHERE it.editionId = :editionId AND it.id IN (:...applicationIds)',
          { editionId, applicationIds },
          { columns: onList },
        ),
        ...panelRows(editionId, idsOfApplicants, { applicationIds }),
        ...recordRows(applicationIds),
        ...foresightRows(editionId, applicationIds),
      }),
    ]);
    const edition = orNotFound(card);
    const panel = panelOf(rows);
    const record = recordOf(rows, rows.applications);
    const { had, foresee } = foresightIn(edition, rows, unseen);
    const inThisOrder = [...new Set(applicationIds)].flatMap(
      (id) => rows.applications.find((application) => application.id === id) ?? [],
    );
    const rulings = inThisOrder.flatMap((application) => {
      const deliberation = deliberationOn(application, termsOf(edition), panel, record);
      const decided = ruleOn(deliberation, { accountId: actor.accountId, reason: '…' });
      return isRefusal(decided)
        ? []
        : [{ application, decision: decided.decision, seat: had.has(application.id) ? null : seatOf(application) }];
    });
    const seats = rulings.flatMap(({ decision, seat }) => (decision !== 'rejected' && seat ? [seat] : []));
    const foreseen = foresee(seats);
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
export const seatOf = ({ institutionId, country }: ApplicationOnList) =>
  institutionId && country ? { institutionId, country } : null;

export const placesForeseen = (country: string, foreseen: AdmissionForeseen): PlacesForeseen => ({
  country,
  ...foreseen,
});
