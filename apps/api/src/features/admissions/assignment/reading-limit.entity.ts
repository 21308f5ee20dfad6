import { Entity, Index } from 'typeorm';
import { Id, Reference, Whole } from '../../../platform/database/columns';

/** The most dossiers of an edition that a member is asked to read. No row: no limit. */
@Entity('reading_limit')
@Index(['editionId', 'accountId'], { unique: true })
export class ReadingLimit {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  @Whole() dossiers!: number;
}
