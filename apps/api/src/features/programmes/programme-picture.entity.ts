import { Entity, Index } from 'typeorm';
import { Bytes, Id, Line } from '../../platform/database/columns';

/** A picture of published programmes, once for all versions that have it. Never changes: documents are drawn with it. */
@Entity('programme_picture')
@Index(['hash'], { unique: true })
export class ProgrammePicture {
  @Id() id!: string;
  /** The SHA-256 of the picture, in hexadecimal digits. */
  @Line(64) hash!: string;
  /** As PNG. */
  @Bytes() png!: Buffer;
}
