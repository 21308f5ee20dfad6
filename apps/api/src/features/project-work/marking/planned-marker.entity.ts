import { Entity, Index } from 'typeorm';
import { Id, Reference } from '../../../platform/database/columns';

/** Somebody is asked to mark a work. It gives nobody a right and takes none away. */
@Entity('marking_planned')
@Index(['workId', 'markerId'], { unique: true })
@Index(['markerId'])
export class PlannedMarker {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Account') markerId!: string;
}
