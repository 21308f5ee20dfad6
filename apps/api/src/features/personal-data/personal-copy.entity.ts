import { Entity, Index } from 'typeorm';
import { Addressed } from '../../platform/database/addressed';
import { Reference } from '../../platform/database/columns';
import { ExpiringFile } from '../../platform/files/made-file.entity';

/** A copy of a person's data, which a job makes for that person alone. */
@Entity('personal_copy')
@Index(['accountId'])
// One at a time, even if two are asked for at once: the database enforces it.
@Index(['underWayFor'], { unique: true })
@Addressed('copyId')
export class PersonalCopy extends ExpiringFile {
  @Reference('Account') accountId!: string;
  /** The account while the copy is being made, `null` afterwards. */
  @Reference('Account', { optional: true }) underWayFor!: string | null;
}
