import { Entity, Index } from 'typeorm';
import { Addressed } from './addressed';
import { Code, Id, Instant, Json, Line, Paragraph, Whole } from './columns';

/** One run of a job that a change has asked for, stored in the commit of that change. */
@Entity('outbox')
@Index(['state', 'dueAt'])
@Index(['about'])
@Addressed('mailId')
export class OutboxRow {
  @Id() id!: string;
  @Line(100) job!: string;
  @Json() payload!: unknown;
  /** The id of the subject of the run, if its job names one: a log finds it by that. */
  @Line(36, { optional: true }) about!: string | null;
  @Code() state!: 'waiting' | 'done' | 'stopped';
  @Line(100, { optional: true }) requestId!: string | null;
  @Instant() createdAt!: Date;
  @Instant() dueAt!: Date;
  /**
   * The end of the present lease; after that any process may claim the run again. The process that runs it renews the
   * lease.
   */
  @Instant({ optional: true }) claimedUntil!: Date | null;
  /** The attempt that is under way; `null` while the run waits, also with a relay or in a queue. */
  @Line(36, { optional: true }) attemptId!: string | null;
  /** How often it was begun, with any result. */
  @Whole() attempts!: number;
  @Paragraph({ optional: true }) error!: string | null;
}
