import type { ApplicationForm, ApplicationState, Referee, Round } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** An application without its forms: for lists, which do not read them. */
export type ApplicationOnList = Omit<Application, 'form' | 'rework'>;

/** One person’s request for a place in an edition. */
@Entity('application')
@Index(['editionId', 'accountId'], { unique: true })
@Index(['accountId'])
@Addressed('applicationId', 'editionId')
export class Application {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  @Code() state!: ApplicationState;
  /** The round whose votes and findings count: 1, or 2 from an appeal on. */
  @Whole() round!: Round;
  /** The last submitted form, which the commission reads; for a draft, the form in progress. */
  @Json() form!: ApplicationForm;
  /**
   * Lets a request in if its address exists and its route's policy agrees. The process does not start when a route has
   * no policy.
   */
  @Json({ optional: true }) referees!: Referee[] | null;
  /** The applicant's changes while the dossier is returned, until it is submitted again. Nobody else reads them. */
  @Json({ optional: true }) rework!: ApplicationForm | null;
  /** The number of submissions, which is the number of its last version. */
  @Whole() version!: number;
  @Instant() startedAt!: Date;
  /** The time of the first submission. */
  @Instant({ optional: true }) submittedAt!: Date | null;
  /** The time of the last answer to a return. */
  @Instant({ optional: true }) answeredAt!: Date | null;
  /** Where the applicant worked at submission: conflicts and quotas count by it. */
  @Reference('Institution', { optional: true }) institutionId!: string | null;
  @Line(2, { optional: true }) country!: string | null;
  @Instant({ optional: true }) withdrawnAt!: Date | null;
  /** The time at which form, evidence and all words about it were erased. */
  @Instant({ optional: true }) erasedAt!: Date | null;
}

/** The columns of `ApplicationOnList`. */
export const columnsOnList = {
  id: true,
  editionId: true,
  accountId: true,
  state: true,
  round: true,
  referees: true,
  version: true,
  startedAt: true,
  submittedAt: true,
  answeredAt: true,
  withdrawnAt: true,
  erasedAt: true,
  institutionId: true,
  country: true,
} as const satisfies Record<keyof ApplicationOnList, true>;

/** The names of these columns. */
export const onList = Object.keys(columnsOnList) as (keyof ApplicationOnList)[];
