import type { RulingPreview as Preview } from '@libretto/contracts';
import { type Actor, baseOf, choicesOf, outcomeOf, ruleOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { EditionDirectory } from '../../editions';
import { foresightIn, foresightRows, offerEnd } from '../../places';
import { Application, onList } from '../dossier/application.entity';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { PlacesOutlook, placesForeseen, seatOf } from './places-outlook';
import { composeLetter, missedIn } from '../letters/ruling-letter';
import { recordOf, recordRows } from '../dossier/deliberation-record';
import { termsOf } from '../dossier/terms';

/** The ruling as it would be made now, and its letter. */
@Injectable()
export class RulingPreview {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
    private readonly outlook: PlacesOutlook,
    private readonly languages: Languages,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    { editionId, applicationId }: { editionId: string; applicationId: string },
    { reason, after = [] }: { reason: string; after?: readonly string[] | undefined },
  ): Promise<Preview> {
    const applicationIds = [applicationId];
    const [edition, unseen, outlook, rows] = await Promise.all([
      this.editions.byId(editionId),
      this.recusals.of(actor.accountId, editionId),
      after.length ? this.outlook.of(actor, editionId, [...after, applicationId]) : null,
      this.database.together({
        applications: rowsOf(
          Application,
          'WHERE it.id = :applicationId AND it.editionId = :editionId',
          { applicationId, editionId },
          { columns: onList },
        ),
        ...panelRows(editionId, idsOfApplicants, { applicationIds }),
        ...recordRows(applicationIds),
        firsts: rowsOf(
          Ruling,
          'WHERE it.applicationId = :applicationId AND it.number = 1',
          { applicationId },
          { columns: ['outcome'] },
        ),
        ...foresightRows(editionId, applicationIds),
      }),
    ]);
    const [application] = rows.applications;
    if (!edition || !application) throw notFound();
    const panel = panelOf(rows);
    const person = panel.person(application.accountId);
    const record = recordOf(rows, rows.applications);
    const deliberation = deliberationOn(application, termsOf(edition), panel, record);
    if (!person || deliberation.inConflict.has(actor.accountId)) throw notFound();
    // A letter is previewed while its reason is still being written.
    const decided = orRefuse(ruleOn(deliberation, { accountId: actor.accountId, reason: reason || '…' }));
    const { foresee, waitsWithAll, ...places } = foresightIn(edition, rows, unseen);
    const had = places.had.get(application.id);
    const seat = decided.decision === 'rejected' || had ? null : seatOf(application);
    const [foreseen] = seat ? foresee([seat]) : [];
    const ahead = outlook?.items.at(-1);
    const outcome = ahead?.outcome ?? outcomeOf(decided.decision, had === 'offer' || foreseen?.source != null);
    const now = this.clock.now();
    const isHeld = outcome === 'admitted' || outcome === 'admitted-by-exception';
    const findings = Object.fromEntries(
      Object.entries(decided.findings).map(([id, { choice, counts }]) => [id, { finding: choice, counts }]),
    );
    const first = application.round === 2 ? rows.firsts[0] : undefined;
    const words = {
      outcome,
      waitsWithAll: waitsWithAll(application.country),
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
