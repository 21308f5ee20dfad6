import { Entity, Index } from 'typeorm';
import { rowsOf } from '../../platform/database/read-together';
import { Id, Instant, Reference } from '../../platform/database/columns';

/**
 * Records that an enrolment met every requirement, and since when. `metAt` is emptied where a correction took a
 * requirement away. Screens always show a new explanation from the records; this row remembers the moment.
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

/** The rows of these enrolments. */
export const completionRows = (enrolmentIds: readonly string[]) =>
  rowsOf(Completion, 'WHERE it.enrolmentId IN (:...enrolmentIds)', { enrolmentIds });
