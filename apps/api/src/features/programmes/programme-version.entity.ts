import type { ProgrammeDefinition } from '@libretto/contracts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Reference, Whole } from '../../platform/database/columns';

/** A programme as it was published once. Never changes: editions run it and awards quote it. */
@Entity('programme_version')
@Index(['programmeId', 'number'], { unique: true })
export class ProgrammeVersion {
  @Id() id!: string;
  @Reference('Programme') programmeId!: string;
  /** 1, 2, 3, … */
  @Whole() number!: number;
  @Json() definition!: ProgrammeDefinition;
  @Instant() publishedAt!: Date;
}
