import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../../platform/database/columns';

/** A time in which an edition issues nothing: awards become ready and wait. It is kept when it is over. */
@Entity('issuing_pause')
@Index(['openFor'], { unique: true })
export class IssuingPause {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  /** The edition, until it is resumed: it has one pause at a time. */
  @Reference('Edition', { optional: true }) openFor!: string | null;
  @Instant() pausedAt!: Date;
  @Reference('Account') pausedBy!: string;
  @Instant({ optional: true }) resumedAt!: Date | null;
  @Reference('Account', { optional: true }) resumedBy!: string | null;
}
