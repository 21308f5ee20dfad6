import { Entity, Index } from 'typeorm';
import { Id, Instant, Line } from '../../platform/database/columns';

/** A wrong password for an address, from a network address. Kept for a quarter of an hour. */
@Entity('guess')
@Index(['target', 'at'])
@Index(['at'])
export class Guess {
  @Id() id!: string;
  /** A hash of the address and of where the guess came from. */
  @Line(64) target!: string;
  @Instant() at!: Date;
}
