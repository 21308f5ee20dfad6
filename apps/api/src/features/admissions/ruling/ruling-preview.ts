import type { RulingPreview as Preview } from '@libretto/contracts';
import { type Actor, baseOf, choicesOf, outcomeOf, ruleOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { EditionDirectory } from '../../editions';
import { offerEnd, PlaceAllocation } from '../../places';
import { Application } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { PlacesOutlook, placesForeseen, seatOf } from './places-outlook';
import { composeLetter, missedIn } from '../letters/ruling-letter';
import { deliberationRecordOf } from '../dossier/deliberation-record';
import { termsOf } from '../dossier/terms';

/** The ruling as it would be made now, and its letter. */
@Injectable()
export class RulingPreview {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly places: PlaceAllocation,
    private readonly recusals: Recusals,
    private readonly outlook: PlacesOutlook,
    private readonly languages: Languages,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    at: { editionId: string; applicationId: string },
    { reason, after = [] }: { reason: string; after?: readonly string[] | undefined },
  ): Promise<Preview> {
    const edition = await this.editions.byId(at.editionId);
    const application = await this.database.read.findOneBy(Application, {
      id: at.applicationId,
      editionId: at.editionId,
    });
    if (!edition || !application) throw notFound();
    const panel = await this.panels.of(at.editionId, [application.accountId]);
    const person = panel.person(application.accountId);
    const record = await deliberationRecordOf(this.database.read, [application]);
    const deliberation = deliberationOn(application, termsOf(edition), panel, record);
    if (!person || deliberation.inConflict.has(actor.accountId)) throw notFound();
    // A letter is previewed while its reason is still being written.
    const decided = orRefuse(ruleOn(deliberation, { accountId: actor.accountId, reason: reason || '…' }));
    const had = (await this.places.had({ applicationId: application.id })).get(application.id);
    const seat = decided.decision === 'rejected' || had ? null : seatOf(application);
    const [foreseen] = seat
      ? await this.places.foresee(edition, [seat], await this.recusals.of(actor.accountId, at.editionId))
      : [];
    const ahead = after.length
      ? (await this.outlook.of(actor, at.editionId, [...after, application.id])).items.at(-1)
      : undefined;
    const outcome = ahead?.outcome ?? outcomeOf(decided.decision, had === 'offer' || foreseen?.source != null);
    const now = this.clock.now();
    const isHeld = outcome === 'admitted' || outcome === 'admitted-by-exception';
    const findings = Object.fromEntries(
      Object.entries(decided.findings).map(([id, { choice, counts }]) => [id, { finding: choice, counts }]),
    );
    const first =
      application.round === 2
        ? await this.database.read.findOneByOrFail(Ruling, { applicationId: application.id, number: 1 })
        : null;
    const waitsWithAll = await this.places.waitsWithAll(edition, application.country);
    const words = {
      outcome,
      waitsWithAll,
      first: first?.outcome ?? null,
      reason: reason || '…',
      at: now,
      placeUntil: isHeld ? offerEnd(edition, now) : null,
      missed: missedIn({ findings }),
    };
    const { language, subject, paragraphs } = composeLetter(words, edition, person, this.languages);
    return {
      outcome,
      decidedByChair: decided.votes.decidedByChair,
      secondRound: baseOf(deliberation).secondRound,
      keepsFirst: decided.keepsFirst,
      votes: Object.fromEntries(choicesOf(deliberation.terms).map((choice) => [choice, decided.votes.counts[choice]])),
      letter: { language, subject, paragraphs },
      places: ahead ? ahead.places : seat && foreseen ? placesForeseen(seat.country, foreseen) : null,
    };
  }
}
