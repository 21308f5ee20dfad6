import type { Actor, FeedbackFact } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type EditionCard, EditionDirectory } from '../../editions';
import { FeedbackReaders } from './feedback-readers';
import { talliesWhere } from './feedback-rows';
import { peerBriefsOf } from './feedback-terms';

/** How much of the peer feedback that people are asked for they have given. */
@Injectable()
export class FeedbackTallies {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly readers: FeedbackReaders,
  ) {}

  /** By enrolment, for the briefs for which they have been asked and of which the reader may know. */
  async of(enrolmentIds: readonly string[], reader: Actor | null = null): Promise<Map<string, FeedbackFact[]>> {
    const rows = await this.database.rows(talliesWhere('giver.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }));
    const facts = rows.map((row) => ({
      enrolmentId: String(row.enrolmentId),
      editionId: String(row.editionId),
      brief: String(row.briefId),
      asked: Number(row.asked),
      given: Number(row.given),
    }));
    const unseen = new Set<string>();
    if (reader)
      for (const edition of (await this.editions.byIds(facts.map(({ editionId }) => editionId))).values())
        for (const brief of (await this.readers.unseen(reader, edition)).keys()) unseen.add(`${edition.id} ${brief}`);
    const shown = facts.filter(({ editionId, brief }) => !unseen.has(`${editionId} ${brief}`));
    return new Map(
      [...Map.groupBy(shown, ({ enrolmentId }) => enrolmentId)].map(([enrolmentId, own]) => [
        enrolmentId,
        own.map(({ brief, asked, given }) => ({ brief, asked, given })),
      ]),
    );
  }

  /** The briefs whose feedback somebody may not know of: it would say who has handed in, or who gave it. */
  async unseenBriefs(reader: Actor, edition: EditionCard): Promise<ReadonlySet<string>> {
    return new Set((await this.readers.unseen(reader, edition)).keys());
  }

  /** Whether somebody may not know yet who has met a requirement of feedback. */
  async areHiddenFrom(reader: Actor, edition: EditionCard): Promise<boolean> {
    const unseen = await this.readers.unseen(reader, edition);
    return peerBriefsOf(edition).some(({ id, peerFeedback }) => peerFeedback.counts === 'completion' && unseen.has(id));
  }
}
