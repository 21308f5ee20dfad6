import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../platform/database/columns';

/** Records that an edition was moved to a newer version of its programme. Never changes: the database refuses it. */
@Entity('edition_move')
@Index(['editionId', 'toVersionId'], { unique: true })
export class EditionMove {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('ProgrammeVersion') fromVersionId!: string;
  @Reference('ProgrammeVersion') toVersionId!: string;
  @Reference('Account') byAccountId!: string;
  @Paragraph() reason!: string;
  @Instant() at!: Date;
}
