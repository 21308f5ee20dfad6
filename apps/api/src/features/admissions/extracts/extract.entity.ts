import type { ApplicationsFilter, ExtractKind } from '@libretto/contracts';
import type { MadeFileState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Line, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * A file that a job makes of an edition's applications, for one person and for a limited time. Its file has the
 * extract's own id, so a second run writes to the same place.
 */
@Entity('extract')
@Index(['editionId', 'askedById'])
@Index(['partOfId', 'state'])
@Addressed('extractId', 'editionId')
export class Extract {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') askedById!: string;
  @Code() kind!: ExtractKind;
  @Line(2) language!: string;
  /** For a list: the filter of its applications. */
  @Json({ optional: true }) filter!: ApplicationsFilter | null;
  /** For a dossier: its application. */
  @Reference('Application', { optional: true }) applicationId!: string | null;
  /** For a dossier that goes into a zip: the extract of the zip. */
  @Reference('Extract', { optional: true }) partOfId!: string | null;
  /** Whether the person who asked may read the votes and their reasons. */
  @Flag() withDeliberation!: boolean;
  /**
   * The applications of which the reader must not learn, as a hash: if that changes, earlier extracts are no longer
   * given out.
   */
  @Line(64) leftOut!: string;
  @Code() state!: MadeFileState;
  @Whole() done!: number;
  @Whole() total!: number;
  @Instant() askedAt!: Date;
  @Instant() expiresAt!: Date;
}
