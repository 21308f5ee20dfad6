import type { LinkContents } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Id, Instant, Line, Reference, Whole } from '../../../platform/database/columns';

/** A link of a holder to their credential, for somebody of their choice and for a time. */
@Entity('share_link')
@Index(['awardId'])
@Index(['publicId'], { unique: true })
@Addressed('linkId', 'awardId')
export class ShareLink {
  @Id() id!: string;
  @Reference('Award') awardId!: string;
  /** The unguessable part of its address. */
  @Line(26) publicId!: string;
  @Code() shows!: LinkContents;
  /** The holder's note for whom it is; `''` if there is none. */
  @Line(100) name!: string;
  @Instant() madeAt!: Date;
  @Instant() endsAt!: Date;
  @Instant({ optional: true }) withdrawnAt!: Date | null;
  @Whole() looks!: number;
  @Instant({ optional: true }) lastLookAt!: Date | null;
}
