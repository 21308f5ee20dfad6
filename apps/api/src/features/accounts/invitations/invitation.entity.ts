import type { InvitationOutcome, InvitedRole } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** An address without an account was invited to a role: in the organisation, or in an edition. */
@Entity('invitation')
@Addressed('invitationId')
@Index(['openKey'], { unique: true })
@Index(['email'])
@Index(['editionId'])
export class Invitation {
  @Id() id!: string;
  /** Normalised by `tidyAddress()`. */
  @Line(320) email!: string;
  @Code() role!: InvitedRole;
  /** The edition is another feature’s: its table comes later, so this is an id without a key. */
  @Line(36, { optional: true }) editionId!: string | null;
  /** The author; `null` if it was made on the command line. */
  @Reference('Account', { optional: true }) byId!: string | null;
  @Instant() invitedAt!: Date;
  @Instant() expiresAt!: Date;
  @Code({ optional: true }) outcome!: InvitationOutcome | null;
  @Instant({ optional: true }) endedAt!: Date | null;
  /** A hash of address, role and edition while it is open, so that nobody is invited twice; `null` afterwards. */
  @Line(64, { optional: true }) openKey!: string | null;
}
