import type { MaterialKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Day, Flag, Id, Instant, Line, Reference, Whole } from '../../../platform/database/columns';

/** A material on a module's page in one edition. A removed one stays as a row, because its file does. */
@Entity('material')
@Index(['editionId', 'moduleNumber'])
@Addressed('materialId', 'editionId')
export class Material {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Whole() moduleNumber!: number;
  @Code() kind!: MaterialKind;
  /** For a file, its name; for a page or a self-test, its title in the first of its languages. */
  @Line(200) title!: string;
  /** Its place in the module. Two that were added at once have the same: the older one is first. */
  @Whole() position!: number;
  @Whole() minutes!: number;
  @Flag() isRequired!: boolean;
  /** The first day on which participants can open it, by the calendar of the edition. */
  @Day({ optional: true }) opensOn!: string | null;
  /** The material of its module that a participant has to finish first; one that was taken off keeps nobody waiting. */
  @Reference('Material', { optional: true }) opensAfterId!: string | null;
  @Reference('StoredFile', { optional: true }) fileId!: string | null;
  @Line(500, { optional: true }) url!: string | null;
  /** For a page or a self-test, the number of the version that participants see. */
  @Whole({ optional: true }) version!: number | null;
  @Reference('Account') addedBy!: string;
  @Instant() addedAt!: Date;
  @Instant({ optional: true }) removedAt!: Date | null;
}
