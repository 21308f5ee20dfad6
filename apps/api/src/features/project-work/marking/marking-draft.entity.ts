import type { MarkingDraftBody } from '@libretto/contracts';
import { Entity, Index } from 'typeorm';
import { Id, Json, Reference } from '../../../platform/database/columns';

/** A marker's draft of a marking, until they mark the work. */
@Entity('marking_draft')
@Index(['workId', 'markerId'], { unique: true })
export class MarkingDraft {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Account') markerId!: string;
  @Json() sheet!: MarkingDraftBody;
}

export const emptySheet: MarkingDraftBody = { levels: {}, outcome: null, comment: '', grade: '' };
