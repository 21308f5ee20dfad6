import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference, Whole } from '../../platform/database/columns';

/**
 * Somebody fell behind the plan of their edition, and was told. They are behind while `recorded` is below `needed`; a
 * trigger adds to `recorded` with every entry of theirs, and the next reckoning deletes the row of who has caught up.
 */
@Entity('falling_behind')
@Index(['enrolmentId'], { unique: true })
@Index(['editionId', 'id'])
export class FallingBehind {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Reference('Edition') editionId!: string;
  @Whole() recorded!: number;
  /** As of the last reckoning. */
  @Whole() foreseen!: number;
  /** The minutes with which they are not behind any more. */
  @Whole() needed!: number;
  @Instant() since!: Date;
}
