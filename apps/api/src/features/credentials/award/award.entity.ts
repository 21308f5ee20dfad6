import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';
import type { AwardSnapshot } from './award-snapshot';

/** The record that an enrolment earned the micro-credential. Never changes. */
@Entity('award')
@Index(['enrolmentId'], { unique: true })
@Index(['publicId'], { unique: true })
@Addressed('awardId', 'enrolmentId')
export class Award {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  /** The unguessable part of the shared address. */
  @Line(26) publicId!: string;
  @Json() snapshot!: AwardSnapshot;
  @Instant() awardedAt!: Date;
}
