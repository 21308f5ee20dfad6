import type { RubricLevel, Work as WorkAsRuled, WorkOutcome, WorkState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** One group's work at one attempt. Its row is locked by every submission, marking and release. */
@Entity('work')
@Index(['groupId', 'attempt'], { unique: true })
@Index(['editionId', 'state', 'handedInAt'])
@Addressed('workId', 'editionId')
export class Work implements WorkAsRuled {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Whole() attempt!: number;
  @Code() state!: WorkState;
  @Whole() versions!: number;
  @Whole() markings!: number;
  @Code({ optional: true }) outcome!: WorkOutcome | null;
  /** The time of its newest version: works are marked by age. */
  @Instant() handedInAt!: Date;
  @Instant({ optional: true }) releasedAt!: Date | null;
}

/** One version of a work. */
@Entity('submission')
@Index(['workId', 'version'], { unique: true })
@Addressed('submissionId', 'workId')
export class Submission {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Whole() version!: number;
  @Reference('StoredFile') fileId!: string;
  @Reference('Account') handedInBy!: string;
  @Instant() at!: Date;
}

/** One marker's marking of one version. It is never changed. */
@Entity('marking')
@Index(['workId', 'markerId'], { unique: true })
export class Marking {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Submission') submissionId!: string;
  @Reference('Account') markerId!: string;
  @Code() outcome!: WorkOutcome;
  @Line(20, { optional: true }) grade!: string | null;
  @Json() rubric!: { row: string; level: RubricLevel }[];
  @Paragraph() comment!: string;
  @Instant() at!: Date;
}
