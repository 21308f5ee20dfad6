import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** A deadline that the coordinator set for an attempt at a brief, for everybody, one group or one person; the newest counts, earlier ones are its history. */
@Entity('project_deadline')
@Index(['editionId', 'attempt'])
export class ProjectDeadline {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() briefId!: string;
  @Reference('ProjectGroup', { optional: true }) groupId!: string | null;
  @Reference('Enrolment', { optional: true }) enrolmentId!: string | null;
  @Whole() attempt!: number;
  @Instant() until!: Date;
  /** The reason for the extension; `null` for the first deadline of another attempt. */
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('Account') setBy!: string;
  @Instant() at!: Date;
}
