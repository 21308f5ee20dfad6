import type { SecondLook as Kind, WorkOutcome } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** A draw of marked works. Whoever has the seed and the works draws the same again. */
@Entity('marking_sample')
@Index(['editionId'])
export class MarkingSample {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Line(40) seed!: string;
  @Whole() drawn!: number;
  @Whole() of!: number;
  @Reference('Account') drawnBy!: string;
  @Instant() at!: Date;
}

/** Somebody else looks at a marked work once more: since it was asked for, and then what they said. */
@Entity('marking_second_look')
@Index(['workId', 'kind'], { unique: true })
export class SecondLook {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Code() kind!: Kind;
  /** The reason of an appeal. */
  @Paragraph({ optional: true }) asked!: string | null;
  @Reference('Account') askedBy!: string;
  @Instant() askedAt!: Date;
  @Reference('Account', { optional: true }) lookerId!: string | null;
  @Code({ optional: true }) outcome!: WorkOutcome | null;
  @Line(20, { optional: true }) grade!: string | null;
  @Reference('MarkingProfessor', { optional: true }) professorId!: string | null;
  @Code({ optional: true }) beforeOutcome!: WorkOutcome | null;
  @Line(20, { optional: true }) beforeGrade!: string | null;
  @Paragraph({ optional: true }) reason!: string | null;
  @Instant({ optional: true }) at!: Date | null;
}
