import { Entity, Index } from 'typeorm';
import { Id, Reference, Whole } from '../../../platform/database/columns';

/** How many dossiers of an edition at most a member is asked to read. No row: as many as there are. */
@Entity('reading_limit')
@Index(['editionId', 'accountId'], { unique: true })
export class ReadingLimit {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  @Whole() dossiers!: number;
}
