import type { WayToFinish } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, MadeOf, Reference } from '../../../platform/database/columns';

/** That a participant has opened a material, and perhaps finished it. */
@Entity('material_progress')
@Index(['enrolmentId', 'materialId'], { unique: true })
export class MaterialProgress {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @MadeOf('Material') materialId!: string;
  @Instant() openedAt!: Date;
  @Instant({ optional: true }) finishedAt!: Date | null;
  @Code({ optional: true }) finishedBy!: WayToFinish | null;
}
