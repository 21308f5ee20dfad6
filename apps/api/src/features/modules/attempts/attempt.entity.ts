import type { Sheet, TestAnswer as Answer } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Json, Line, MadeOf, Reference, Whole } from '../../../platform/database/columns';

/** That a participant has begun to take a self-test, and perhaps handed it in. */
@Entity('self_test_attempt')
@Index(['enrolmentId', 'materialId', 'number'], { unique: true })
@Index(['materialId'])
export class TestAttempt {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @MadeOf('Material') materialId!: string;
  @Reference('SelfTestVersion') versionId!: string;
  /** Which of their attempts at this test it is, from 1. */
  @Whole() number!: number;
  /** Which questions it asks, and in which order it shows them and their options. */
  @Json() sheet!: Sheet;
  @Instant() startedAt!: Date;
  @Instant({ optional: true }) finishedAt!: Date | null;
  @Whole({ optional: true }) percent!: number | null;
  @Flag({ optional: true }) isPassed!: boolean | null;
}

/** The answer to one question in one attempt. */
@Entity('self_test_answer')
@Index(['attemptId', 'questionId'], { unique: true })
export class TestAnswer {
  @Id() id!: string;
  @MadeOf('TestAttempt') attemptId!: string;
  @Line(40) questionId!: string;
  /** It names options by their ids in the test, so that statistics can count the same answer of many. */
  @Json() answer!: Answer;
  /** How much of it is right, once it is checked or handed in: from then on it stays. */
  @Whole({ optional: true }) percent!: number | null;
  @Instant() answeredAt!: Date;
}
