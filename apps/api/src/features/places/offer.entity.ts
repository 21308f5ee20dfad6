import type { OfferState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** The place that an admission brings, and the answer to it. One application is offered a place once. */
@Entity('offer')
@Index(['applicationId'], { unique: true })
@Index(['editionId', 'state'])
@Index(['accountId'])
@Addressed('offerId', 'applicationId')
export class Offer {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Reference('Institution') institutionId!: string;
  @Line(2) country!: string;
  @Code() origin!: 'ruling' | 'waiting-list';
  @Code() state!: OfferState;
  @Instant() offeredAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ optional: true }) endedAt!: Date | null;
  /** The coordinator's reason for taking it back. */
  @Paragraph({ optional: true }) withdrawnBecause!: string | null;
  @Reference('Account', { optional: true }) withdrawnById!: string | null;
}
