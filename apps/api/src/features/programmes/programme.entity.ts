import { Entity, Index } from 'typeorm';
import { Id, Line } from '../../platform/database/columns';

/** An offered programme, in all its versions. */
@Entity('programme')
@Index(['slug'], { unique: true })
export class Programme {
  @Id() id!: string;
  @Line(60) slug!: string;
}
