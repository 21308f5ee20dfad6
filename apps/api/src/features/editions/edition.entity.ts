import type { EditionState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Day, Flag, Id, Instant, Line, Reference, Whole } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** One run of a programme. */
@Entity('edition')
@Addressed('editionId')
@Index(['state', 'startsOn'])
export class Edition {
  @Id() id!: string;
  /** The version of the edition: later ones do not change it until a coordinator moves the edition. */
  @Reference('ProgrammeVersion') programmeVersionId!: string;
  @Line() name!: string;
  @Code() state!: EditionState;
  @Day() startsOn!: string;
  @Day() endsOn!: string;
  @Instant() applicationsCloseAt!: Date;
  @Line(64) timeZone!: string;
  /** The number of people that it takes. */
  @Whole() capacity!: number;
  /** Whether countries without a quota share the places that the quotas leave. */
  @Flag() othersSharePlaces!: boolean;
}
