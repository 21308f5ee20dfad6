import type { SurveyDefinition } from '@libretto/contracts';
import type { QuestionAnswer, SurveyState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Reference } from '../../platform/database/columns';

/** The survey of an edition, from its opening on. */
@Entity('survey')
@Index(['editionId'], { unique: true })
export class Survey {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() state!: SurveyState;
  /** What it asks, as the programme's version said when it was opened: all answer the same questions. */
  @Json() definition!: SurveyDefinition;
  @Instant() openedAt!: Date;
  @Instant({ optional: true }) closedAt!: Date | null;
}

/** Somebody has answered a survey. What they answered, no row tells. */
@Entity('survey_participation')
@Index(['enrolmentId'], { unique: true })
@Index(['surveyId'])
export class SurveyParticipation {
  @Id() id!: string;
  @Reference('Survey') surveyId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Instant() answeredAt!: Date;
}

/**
 * What somebody answered to one question. It names nobody and no time, nothing joins it to other answers of theirs, and
 * its id is drawn, so that no order tells when it came: without rowids, SQLite too keeps rows in the order of their ids.
 */
@Entity('survey_answer', { withoutRowid: true })
@Index(['surveyId', 'questionId'])
export class SurveyAnswer {
  @Id() id!: string;
  @Reference('Survey') surveyId!: string;
  @Line(60) questionId!: string;
  @Json() answer!: QuestionAnswer;
}
