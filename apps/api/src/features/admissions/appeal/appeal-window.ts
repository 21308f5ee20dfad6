import { appeal, appealEnd, canBeEdited, changeIn, type Refusal, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Refused } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { PlaceAllocation } from '../../places';
import type { Application } from '../dossier/application.entity';
import { Ruling } from '../dossier/ruling.entity';

/** Answers whether an applicant can appeal now, and until when. */
@Injectable()
export class AppealWindow {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceAllocation,
    private readonly clock: Clock,
  ) {}

  /** `until` is set if the ruling can or could be appealed. */
  async standing(
    application: Application,
    edition: EditionCard,
  ): Promise<{ until: Date | null; answer: true | Refusal }> {
    const { id: applicationId } = application;
    const ruling = await this.database.read.findOneBy(Ruling, { applicationId, number: 1 });
    const isOffered =
      ruling?.outcome === 'waiting-list' && (await this.places.had([applicationId])).get(applicationId) === 'offer';
    return this.standingOf(application, edition, ruling, isOffered);
  }

  /** The same, of what was read: the first ruling, and whether a place was offered. */
  standingOf(
    { state, round }: Application,
    edition: EditionCard,
    ruling: Pick<Ruling, 'outcome' | 'at'> | null | undefined,
    hasOffer: boolean,
  ): { until: Date | null; answer: true | Refusal } {
    const outcome = ruling?.outcome ?? null;
    const until = ruling ? appealEndOf(edition, ruling.at) : null;
    const isOffered = outcome === 'waiting-list' && hasOffer;
    const changes = changeIn(edition.state);
    const answer = changes === true ? appeal({ state, round, outcome, isOffered, until }, this.clock.now()) : changes;
    return { until, answer };
  }

  /**
   * Answers where an applicant can add or take out evidence now: in the dossier in hand, or in the appeal that they can
   * make. Refuses otherwise.
   */
  async evidenceFor(application: Application, edition: EditionCard): Promise<{ ofAppeal: boolean }> {
    if (canBeEdited(application.state)) return { ofAppeal: false };
    if ((await this.standing(application, edition)).answer === true) return { ofAppeal: true };
    throw new Refused(refuse('admissions.not-editable'));
  }
}

export const appealEndOf = ({ definition, timeZone }: EditionCard, ruledAt: Date): Date =>
  appealEnd(ruledAt, { appealDays: definition.admission.appealDays, timeZone });
