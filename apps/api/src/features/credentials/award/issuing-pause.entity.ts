import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../../platform/database/columns';

/** An edition that issues nothing for now: awards become ready and wait. Without a row it issues. */
@Entity('issuing_pause')
@Index(['editionId'], { unique: true })
export class IssuingPause {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Instant() pausedAt!: Date;
  @Reference('Account') pausedBy!: string;
}
