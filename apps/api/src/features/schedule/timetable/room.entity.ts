import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Id, Line, Whole } from '../../../platform/database/columns';

/** Where in-presence sessions take place. Its row is locked while a session books it. */
@Entity('room')
@Index(['venue', 'name'], { unique: true })
@Addressed('roomId')
export class Room {
  @Id() id!: string;
  @Line(120) venue!: string;
  /** The address of the venue, for a map. */
  @Line(200) address!: string;
  @Line(80) name!: string;
  @Whole() capacity!: number;
  /** How to get in and around; may be empty. */
  @Line(1000) accessibility!: string;
  /** The point of the venue on a map; may be empty. */
  @Line(40) coordinates!: string;
  /** In metres around that point; 0 if nobody is asked whether they are near. */
  @Whole({ optional: true }) radius!: number;
}
