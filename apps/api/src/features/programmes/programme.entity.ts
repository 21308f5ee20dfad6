import { Entity, Index } from 'typeorm';
import { Id, Line } from '../../platform/database/columns';

/** What is offered, whatever its version. */
@Entity('programme')
@Index(['slug'], { unique: true })
export class Programme {
  @Id() id!: string;
  @Line(60) slug!: string;
}
