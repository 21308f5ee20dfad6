import type { FeedbackDraftBody, FeedbackRow } from '@libretto/contracts';
import type { FeedbackKind, FeedbackState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Flag, Id, Instant, Json, Line, Paragraph, Reference } from '../../../platform/database/columns';

/** That feedback is asked for a brief, from its deadline on. */
@Entity('peer_round')
@Index(['editionId', 'briefId'], { unique: true })
export class PeerRound {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() briefId!: string;
  /** From which it is drawn who gives feedback to whom. */
  @Line(36) seed!: string;
  @Instant() openedAt!: Date;
}

/** Somebody who has been asked in a round, also where there is nobody to whom they could give feedback. */
@Entity('peer_giver')
@Index(['enrolmentId', 'roundId'], { unique: true })
@Index(['roundId'])
export class PeerGiver {
  @Id() id!: string;
  @Reference('PeerRound') roundId!: string;
  @Reference('Enrolment') enrolmentId!: string;
}

/** One feedback: about a work of another group, or about a member of one's own. */
@Entity('peer_feedback')
@Index(['giverId', 'workId'], { unique: true })
@Index(['giverId', 'memberId'], { unique: true })
@Index(['workId'])
@Index(['memberId'])
@Addressed('feedbackId', 'editionId')
export class PeerFeedback {
  /** It tells no order, since what came is read without names. */
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('PeerGiver') giverId!: string;
  @Code() kind!: FeedbackKind;
  @Reference('Work', { optional: true }) workId!: string | null;
  @Reference('Enrolment', { optional: true }) memberId!: string | null;
  @Code() state!: FeedbackState;
  /** What is being written, until it is given. */
  @Json({ optional: true }) draft!: FeedbackDraftBody | null;
  @Json({ optional: true }) given!: FeedbackRow[] | null;
  /** When it was given first. */
  @Instant({ optional: true }) givenAt!: Date | null;
  @Flag() isLate!: boolean;
  @Instant({ optional: true }) hiddenAt!: Date | null;
  @Reference('Account', { optional: true }) hiddenBy!: string | null;
  @Paragraph({ optional: true }) hiddenReason!: string | null;
}
