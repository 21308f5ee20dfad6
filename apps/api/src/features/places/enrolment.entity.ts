import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** A person who accepted a place, in an edition. */
@Entity('enrolment')
@Addressed('enrolmentId', 'editionId')
@Index(['editionId', 'accountId'], { unique: true })
@Index(['accountId'])
export class Enrolment {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  @Reference('Offer') offerId!: string;
  @Reference('Institution') institutionId!: string;
  @Line(2) country!: string;
  @Instant() enrolledAt!: Date;
}
