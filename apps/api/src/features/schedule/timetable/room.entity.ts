import { Entity, Index } from 'typeorm';
import { Id, Line, Whole } from '../../../platform/database/columns';

/** Where in-presence sessions take place. Its row is locked while a session books it. */
@Entity('room')
@Index(['venue', 'name'], { unique: true })
export class Room {
  @Id() id!: string;
  @Line(120) venue!: string;
  /** The address of the venue, for a map. */
  @Line(200) address!: string;
  @Line(80) name!: string;
  @Whole() capacity!: number;
}
