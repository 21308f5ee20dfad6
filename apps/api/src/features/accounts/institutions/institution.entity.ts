import type { InstitutionState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * Where people work. A merged institution stays as another spelling of the one into which it was merged, so that
 * references to it still resolve. The columns from `folded` on are derived: `institutions/as-row.ts` fills them.
 */
@Entity('institution')
@Addressed('institutionId')
@Index(['rorId'], { unique: true })
@Index(['nameKey'], { unique: true })
@Index(['hostKey'], { unique: true })
@Index(['folded'])
@Index(['country', 'folded'])
@Index(['host'])
@Index(['state', 'folded'])
export class Institution {
  @Id() id!: string;
  @Line(200) name!: string;
  /** ISO 3166-1 alpha-2. */
  @Line(2) country!: string;
  @Line(500, { optional: true }) website!: string | null;
  /** The domain of its people's e-mail addresses. */
  @Line(200, { optional: true }) emailDomain!: string | null;
  /** Its id in the Research Organization Registry: the last part of `https://ror.org/…`. */
  @Line(20, { optional: true }) rorId!: string | null;
  @Code() state!: InstitutionState;
  @Reference('Account', { optional: true }) proposedById!: string | null;
  @Instant({ optional: true }) proposedAt!: Date | null;
  @Reference('Institution', { optional: true }) mergedIntoId!: string | null;

  /** The name without accents and capitals. */
  @Line(200) folded!: string;
  /** All its names, folded, between bars. */
  @Paragraph() names!: string;
  /** The host of its website, if no other institution has the same. */
  @Line(200, { optional: true }) host!: string | null;
  /** Unique keys of institutions without an id in the registry: country and name, and the website's host. */
  @Line(210, { optional: true }) nameKey!: string | null;
  @Line(200, { optional: true }) hostKey!: string | null;
}
