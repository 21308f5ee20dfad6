import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** What a member says that they contributed to the work of their group. */
@Entity('contribution')
@Index(['groupId', 'enrolmentId'], { unique: true })
export class Contribution {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Paragraph() words!: string;
  @Instant() at!: Date;
}

/** Another member confirmed it, in the words that it has. */
@Entity('contribution_confirmed')
@Index(['contributionId', 'enrolmentId'], { unique: true })
export class ContributionConfirmed {
  @Id() id!: string;
  @Reference('Contribution') contributionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Instant() at!: Date;
}
