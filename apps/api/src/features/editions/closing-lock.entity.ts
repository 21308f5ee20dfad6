import { Entity } from 'typeorm';
import { Id } from '../../platform/database/columns';

/**
 * A row that each change of an edition shares until its end. Closing locks it exclusively and removes it: no change runs
 * beside it, and none finds the row afterwards. A move to another version of the programme locks it exclusively too. It is not the edition's own row, because places, roles and moves lock that one exclusively, and two transactions
 * that share a row can never both go on to do so.
 */
@Entity('edition_closing_lock')
export class ClosingLock {
  /** The edition's. */
  @Id() id!: string;
}
