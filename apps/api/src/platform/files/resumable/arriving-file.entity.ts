import { Entity, Index } from 'typeorm';
import { Addressed } from '../../database/addressed';
import { Id, Instant, Line, Reference, uuid, Whole } from '../../database/columns';
import { Column } from 'typeorm';

/**
 * A file that comes in several requests, or has come and is not used yet. Whoever began it goes on with it, at any process:
 * its bytes are in the files folder, and their number there is where it goes on.
 */
@Entity('arriving_file')
@Index(['accountId', 'place'])
@Index(['expiresAt'])
@Addressed('uploadId')
export class ArrivingFile {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  /** What it is for, in the words of the feature that takes it. */
  @Line() place!: string;
  @Line() name!: string;
  /** All that were announced. */
  @Whole() bytes!: number;
  /** Of the file on its owner's device. */
  @Instant({ optional: true }) lastModified!: Date | null;
  @Instant() startedAt!: Date;
  @Instant() expiresAt!: Date;
  /** These are known once it has come and was looked at. */
  @Line(120, { optional: true }) type!: string | null;
  @Line(120, { optional: true }) view!: string | null;
  @Line(64, { optional: true }) sha256!: string | null;
  /** The request that writes now, and until when it has the right to. */
  @Column({ ...uuid, nullable: true }) heldBy!: string | null;
  @Instant({ optional: true }) heldUntil!: Date | null;
}
