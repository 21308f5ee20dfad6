import type { PageNode } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, MadeOf, Reference } from '../../../platform/database/columns';

/** What authors have written of a page in one language, published or not. */
@Entity('page_draft')
@Index(['materialId', 'language'], { unique: true })
export class PageDraft {
  @Id() id!: string;
  @MadeOf('Material') materialId!: string;
  @Code() language!: string;
  @Line(160) title!: string;
  @Json() blocks!: readonly PageNode[];
  @Reference('Account') changedBy!: string;
  @Instant() changedAt!: Date;
}
