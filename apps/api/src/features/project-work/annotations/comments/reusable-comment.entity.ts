import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../../platform/database/addressed';
import { Flag, Id, Instant, Paragraph, Reference } from '../../../../platform/database/columns';

/** A comment that a marker uses again; a shared one stands before all markers of its edition. */
@Entity('annotation_comment')
@Index(['editionId', 'markerId'])
@Addressed('reusableId', 'editionId')
export class ReusableComment {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') markerId!: string;
  @Paragraph() words!: string;
  @Flag() isShared!: boolean;
  @Instant() at!: Date;
}
