import type { WorkloadKind, WorkloadSource } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Day, Id, Instant, Line, Paragraph, Reference, Whole } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** Minutes of one kind on one day. A row is never changed and never deleted: the database refuses it. */
@Entity('workload_entry')
@Index(['sourceKey'], { unique: true })
@Index(['reverses'], { unique: true })
@Index(['enrolmentId', 'moduleNumber', 'kind'])
@Addressed('entryId', 'enrolmentId')
export class WorkloadEntry {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Whole() moduleNumber!: number;
  @Code() kind!: WorkloadKind;
  /** Negative in an entry that takes another one back. */
  @Whole() minutes!: number;
  @Day() day!: string;
  @Code() source!: WorkloadSource;
  /** The session, the declaration or the work that says so. */
  @Line(36) sourceId!: string;
  /** Unique for a statement of a source: repeating it violates this key. */
  @Line(160) sourceKey!: string;
  @Reference('WorkloadEntry', { optional: true }) reverses!: string | null;
  @Reference('Account') byAccountId!: string;
  /** What the time was spent on, in the words of who declared it. */
  @Paragraph({ optional: true }) note!: string | null;
  @Paragraph({ optional: true }) reason!: string | null;
  @Instant() at!: Date;
}
