import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Paragraph, Whole } from '../database/columns';

/** One run of a job that a change has asked for, stored in the commit of that change. */
@Entity('outbox')
@Index(['state', 'dueAt'])
export class OutboxRow {
  @Id() id!: string;
  @Line(100) job!: string;
  @Json() payload!: unknown;
  @Code() state!: 'waiting' | 'done' | 'stopped';
  @Line(100, { optional: true }) requestId!: string | null;
  @Instant() createdAt!: Date;
  @Instant() dueAt!: Date;
  /** Somebody is on it until then; after that anybody may take it up again. */
  @Instant({ optional: true }) claimedUntil!: Date | null;
  @Whole() attempts!: number;
  @Paragraph({ optional: true }) error!: string | null;
}
