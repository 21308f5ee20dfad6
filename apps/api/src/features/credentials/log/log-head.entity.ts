import { Entity } from 'typeorm';
import { Id, Json, Whole } from '../../../platform/database/columns';

/** How far the log has come. Whoever adds an entry locks this row, so that entries get their numbers one after another. */
@Entity('log_head')
export class LogHead {
  @Id() id!: string;
  @Whole() size!: number;
  /** The hashes over all entries from which the tree grows on, in base 64. */
  @Json() peaks!: string[];
}

/** The one row of the one log. */
export const theHead = '00000000-0000-7000-8000-000000000001';
