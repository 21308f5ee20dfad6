import type { ApplicationsFilter, ExtractKind } from '@libretto/contracts';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Flag, Json, Line, Reference } from '../../../platform/database/columns';
import { ExpiringFile } from '../../../platform/files/made-file.entity';

/** A file that a job makes of an edition's applications, for one person and for a limited time. */
@Entity('extract')
@Index(['editionId', 'askedById'])
@Index(['partOfId', 'state'])
@Addressed('extractId', 'editionId')
export class Extract extends ExpiringFile {
  @Reference('Edition') editionId!: string;
  @Reference('Account') askedById!: string;
  @Code() kind!: ExtractKind;
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
}
