import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** A deadline that the coordinator set for an attempt; the newest counts, earlier ones are its history. */
@Entity('project_deadline')
@Index(['editionId', 'attempt'])
export class ProjectDeadline {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Whole() attempt!: number;
  @Instant() until!: Date;
  /** The reason for the extension; `null` for the first deadline of another attempt. */
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('Account') setBy!: string;
  @Instant() at!: Date;
}
