import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../platform/database/columns';

/**
 * That an enrolment met every requirement, and since when. `metAt` is empty again where a correction took a
 * requirement away. What is shown is always explained anew from the records; this row remembers the moment.
 */
@Entity('completion')
@Index(['enrolmentId'], { unique: true })
@Index(['editionId', 'metAt'])
export class Completion {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Reference('Edition') editionId!: string;
  @Instant({ optional: true }) metAt!: Date | null;
}
