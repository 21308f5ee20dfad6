import type { MaterialKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference, Whole } from '../../platform/database/columns';
import { Addressed } from '../../platform/database/addressed';

/** A material on a module's page in one edition. A removed one stays as a row, because its file does. */
@Entity('material')
@Index(['editionId', 'moduleNumber'])
@Addressed('materialId', 'editionId')
export class Material {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Whole() moduleNumber!: number;
  @Code() kind!: MaterialKind;
  /** For a file, its name. */
  @Line(200) title!: string;
  @Reference('StoredFile', { optional: true }) fileId!: string | null;
  @Line(500, { optional: true }) url!: string | null;
  @Paragraph({ optional: true }) text!: string | null;
  @Reference('Account') addedBy!: string;
  @Instant() addedAt!: Date;
  @Instant({ optional: true }) removedAt!: Date | null;
}
