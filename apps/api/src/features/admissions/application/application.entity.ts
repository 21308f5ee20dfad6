import type { ApplicationForm, ApplicationState, Referee, Round } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Reference, Whole } from '../../../platform/database/columns';

/** One person’s request for a place in an edition. */
@Entity('application')
@Index(['editionId', 'accountId'], { unique: true })
@Index(['accountId'])
export class Application {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  @Code() state!: ApplicationState;
  /** Whose votes and findings count: those of round 1, or of round 2 from an appeal on. */
  @Whole() round!: Round;
  @Json() form!: ApplicationForm;
  /** Of the form, as it was submitted: conflicts are found without opening everybody’s form. */
  @Json({ optional: true }) referees!: Referee[] | null;
  @Instant() startedAt!: Date;
  @Instant({ optional: true }) submittedAt!: Date | null;
  /** Where the applicant worked at submission: conflicts and quotas count by it. */
  @Reference('Institution', { optional: true }) institutionId!: string | null;
  @Line(2, { optional: true }) country!: string | null;
}
