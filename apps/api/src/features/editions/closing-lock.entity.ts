import { Entity } from 'typeorm';
import { Id } from '../../platform/database/columns';

/**
 * A row that each change of an edition shares until its end, and that closing locks exclusively: no change runs beside
 * it. It is not the edition's own row, because places, roles and moves lock that one exclusively, and two transactions
 * that share a row can never both go on to do so.
 */
@Entity('edition_closing_lock')
export class ClosingLock {
  /** The edition's. */
  @Id() id!: string;
}
