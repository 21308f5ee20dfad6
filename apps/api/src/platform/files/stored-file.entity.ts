import { Entity } from 'typeorm';
import { Code, Id, Instant, Line, Whole } from '../database/columns';

/** The properties of a file; its bytes are in the files folder under its id. */
@Entity('stored_file')
export class StoredFile {
  @Id() id!: string;
  /** Its owner's name for it: shown as text, never used as a path. */
  @Line(200) name!: string;
  /** Sniffed from the bytes, not believed from the sender. */
  @Line(120) type!: string;
  /** The type of its view, if a browser cannot show the file: the document in an envelope, a phone's picture. */
  @Line(120, { optional: true }) view!: string | null;
  @Whole() bytes!: number;
  @Code() purpose!: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  @Line(64) sha256!: string;
  @Instant() createdAt!: Date;
}
