import type { MarkingDraftBody } from '@libretto/contracts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Reference } from '../../../platform/database/columns';

/** A marker's draft of a marking, until they mark the work. */
@Entity('marking_draft')
@Index(['workId', 'markerId'], { unique: true })
export class MarkingDraft {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Account') markerId!: string;
  @Json() sheet!: MarkingDraftBody;
  /** When its marker wrote last: for a while after it they are taken to be at the work. */
  @Instant() keptAt!: Date;
}

export const emptySheet: MarkingDraftBody = {
  levels: {},
  outcome: null,
  comment: '',
  mustChange: '',
  stays: '',
  grade: '',
};
