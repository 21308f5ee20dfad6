import type { EditionRole as Role, OrganisationRole as OrganisationRoleName } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Line, Reference } from '../../../platform/database/columns';

/** A role in the organisation, for all editions. */
@Entity('organisation_role')
@Index(['accountId', 'role'], { unique: true })
export class OrganisationRole {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Code() role!: OrganisationRoleName;
}

/** A role in one edition. The edition is another feature's: its table comes later, so this is an id without a key. */
@Entity('edition_role')
@Index(['accountId', 'editionId', 'role'], { unique: true })
@Index(['editionId', 'role'])
export class EditionRole {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Line(36) editionId!: string;
  @Code() role!: Role;
}
