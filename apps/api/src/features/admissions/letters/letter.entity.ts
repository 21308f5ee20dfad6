import type { RulingOutcome } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * The words of a ruling's letter, composed once, in the commit of the ruling. Every page and mail uses these words; the
 * database lets no letter have another outcome than its ruling, and none change.
 */
@Entity('letter')
@Index(['rulingId'], { unique: true })
@Index(['editionId'])
@Index(['applicationId'])
@Addressed('letterId', 'applicationId')
export class Letter {
  @Id() id!: string;
  @Reference('Ruling') rulingId!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Edition') editionId!: string;
  @Code() outcome!: RulingOutcome;
  /** The language of the letter: the applicant's, if the installation has it. */
  @Code() language!: string;
  @Line(400) subject!: string;
  @Json() paragraphs!: string[];
  /** The button of the mail. */
  @Json({ optional: true }) action!: { label: string; path: string } | null;
  @Instant() composedAt!: Date;
  /** The time at which its words were erased; the row stays. */
  @Instant({ optional: true }) erasedAt!: Date | null;
}
