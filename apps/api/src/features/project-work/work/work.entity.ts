import type { RubricMark, Work as WorkAsRuled, WorkOutcome, WorkState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** One group's work for a brief at one attempt. Its row is locked by every submission, marking and release. */
@Entity('work')
@Index(['groupId', 'attempt'], { unique: true })
@Index(['editionId', 'state', 'handedInAt'])
@Index(['editionId', 'waits', 'handedInAt', 'id'])
@Index(['editionId', 'handedInAt', 'id'])
@Addressed('workId', 'editionId')
export class Work implements WorkAsRuled {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  /** That of the group. */
  @Code() briefId!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Whole() attempt!: number;
  @Code() state!: WorkState;
  @Whole() versions!: number;
  @Whole() markings!: number;
  /** How many people are asked to mark it; 0 leaves it to all markers of the edition. */
  @Whole() planned!: number;
  /** Whether anything about it waits for a marker: the list of works to mark is read in order of age by it. */
  @Flag() waits!: boolean;
  @Code({ optional: true }) outcome!: WorkOutcome | null;
  /** Beside the outcome, where a professor gave one. */
  @Line(20, { optional: true }) grade!: string | null;
  /** The draw that it was in, whether or not it was drawn. */
  @Reference('MarkingSample', { optional: true }) sampleId!: string | null;
  /** The time of its newest version, only its day where markers may not know whose it is: works are marked by age. */
  @Instant() handedInAt!: Date;
  @Instant({ optional: true }) releasedAt!: Date | null;
  /** What it costs that it came late, as it was when its result was released; before, deadlines still move. */
  @Whole({ optional: true }) lateDays!: number | null;
  @Whole({ optional: true }) latePoints!: number | null;
  /** Why its result was published before the others. */
  @Paragraph({ optional: true }) releaseReason!: string | null;
}

/** One version of a work: its files, its links and its text. */
@Entity('submission')
@Index(['workId', 'version'], { unique: true })
@Addressed('submissionId', 'workId')
export class Submission {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Whole() version!: number;
  @Reference('Account') handedInBy!: string;
  @Instant() at!: Date;
  /** It came after its deadline, and the brief takes such. */
  @Flag() isLate!: boolean;
  /** Who handed it in confirmed that it is the group's own work. */
  @Flag() isStatedOriginal!: boolean;
  @Json({ optional: true }) links!: string[] | null;
  @Paragraph({ optional: true }) text!: string | null;
}

/** A file of a version. A version that follows may have the same file. */
@Entity('submitted_file')
@Index(['submissionId', 'position'], { unique: true })
@Addressed('submittedFileId', 'submissionId')
export class SubmittedFile {
  @Id() id!: string;
  @Reference('Submission') submissionId!: string;
  @Reference('StoredFile') fileId!: string;
  @Whole() position!: number;
}

/** One marker's marking of one version. It is never changed. */
@Entity('marking')
@Index(['workId', 'markerId'], { unique: true })
@Index(['markerId'])
export class Marking {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Submission') submissionId!: string;
  @Reference('Account') markerId!: string;
  @Code() outcome!: WorkOutcome;
  @Line(20, { optional: true }) grade!: string | null;
  /** As which professor the grade is given. */
  @Reference('MarkingProfessor', { optional: true }) professorId!: string | null;
  @Json() rubric!: RubricMark[];
  @Whole({ optional: true }) points!: number | null;
  @Whole({ optional: true }) mostPoints!: number | null;
  @Paragraph() comment!: string;
  @Paragraph({ optional: true }) mustChange!: string | null;
  @Paragraph({ optional: true }) stays!: string | null;
  @Instant() at!: Date;
}
