import { Entity, Index } from 'typeorm';
import { Id, Line } from '../../platform/database/columns';

/** Where people work. */
@Entity('institution')
@Index(['name', 'country'], { unique: true })
export class Institution {
  @Id() id!: string;
  @Line(200) name!: string;
  /** ISO 3166-1 alpha-2. */
  @Line(2) country!: string;
  /** What the addresses of its people end with; it tells conflicts of interest. */
  @Line(200, { optional: true }) emailDomain!: string | null;
}
