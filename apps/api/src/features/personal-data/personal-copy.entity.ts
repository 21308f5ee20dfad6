import type { MadeFileState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference, Whole } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** A copy of a person's data, which a job makes for that person alone. Its file has the copy's own id. */
@Entity('personal_copy')
@Index(['accountId'])
// One at a time, even if two are asked for at once: the database enforces it.
@Index(['underWayFor'], { unique: true })
@Addressed('copyId')
export class PersonalCopy {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  /** The account while the copy is being made, `null` afterwards. */
  @Reference('Account', { optional: true }) underWayFor!: string | null;
  @Line(2) language!: string;
  @Code() state!: MadeFileState;
  /** The number of parts and files that are in it already. */
  @Whole() done!: number;
  @Whole() total!: number;
  @Instant() askedAt!: Date;
  @Instant() expiresAt!: Date;
}
