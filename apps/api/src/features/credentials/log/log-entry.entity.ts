import { Entity, Index } from 'typeorm';
import { Id, Json, Line, Whole } from '../../../platform/database/columns';

/** An entry of the public log. It tells nothing of anybody, and the database lets nobody change or delete it. */
@Entity('log_entry')
@Index(['number'], { unique: true })
export class LogEntry {
  @Id() id!: string;
  /** From 0, without a gap. */
  @Whole() number!: number;
  /** The hash that is published, in base 64. */
  @Line(44) entry!: string;
  /** The hashes of the subtrees that it completes, from itself upwards: tiles and proofs are read from them. */
  @Json() completed!: string[];
}
