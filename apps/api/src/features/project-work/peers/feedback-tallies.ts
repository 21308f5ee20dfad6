import type { Actor, FeedbackFact } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type EditionCard, EditionDirectory } from '../../editions';
import { isHiddenFrom } from '../anonymity/masks';
import { releasedRows, talliesWhere } from './feedback-rows';
import { peerBriefsOf } from './feedback-terms';

/** How much of the peer feedback that people are asked for they have given. */
@Injectable()
export class FeedbackTallies {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /**
   * By enrolment, for the briefs for which they have been asked. Whoever marks a brief without names learns nothing of
   * it until all results are out: that somebody was asked says that they have handed in. One statement, independent of
   * their number.
   */
  async of(enrolmentIds: readonly string[], reader: Actor | null = null): Promise<Map<string, FeedbackFact[]>> {
    const rows = await this.database.rows(talliesWhere('giver.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }));
    const facts = rows.map((row) => ({
      enrolmentId: String(row.enrolmentId),
      editionId: String(row.editionId),
      brief: String(row.briefId),
      asked: Number(row.asked),
      given: Number(row.given),
      isOut: Number(row.unreleased) === 0,
    }));
    const editions = reader ? await this.editions.byIds(facts.map(({ editionId }) => editionId)) : null;
    const isShown = ({ editionId, brief: briefId, isOut }: (typeof facts)[number]) => {
      const edition = editions?.get(editionId);
      return isOut || !(reader && edition && isHiddenFrom(reader, edition, { editionId, briefId, releasedAt: null }));
    };
    const shown = facts.filter(isShown);
    return new Map(
      [...Map.groupBy(shown, ({ enrolmentId }) => enrolmentId)].map(([enrolmentId, own]) => [
        enrolmentId,
        own.map(({ brief, asked, given }) => ({ brief, asked, given })),
      ]),
    );
  }

  /** Whether somebody may not know yet who has met a requirement of feedback: it would say who has handed in. */
  async areHiddenFrom(reader: Actor, edition: EditionCard): Promise<boolean> {
    const editionId = edition.id;
    const briefIds = peerBriefsOf(edition)
      .filter(({ peerFeedback }) => peerFeedback.counts === 'completion')
      .map(({ id }) => id)
      .filter((briefId) => isHiddenFrom(reader, edition, { editionId, briefId, releasedAt: null }));
    if (!briefIds.length) return false;
    const [works] = await this.database.rows(releasedRows(editionId, briefIds));
    return Number(works?.all) > Number(works?.released);
  }
}
