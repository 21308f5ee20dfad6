import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** One time for which a credential is or was suspended: since when, why, and what lifted it. */
@Entity('credential_suspension')
@Index(['credentialId', 'at'])
// A credential is suspended once at a time, even with several requests at once: the database enforces it.
@Index(['openFor'], { unique: true })
export class CredentialSuspension {
  @Id() id!: string;
  @Reference('Credential') credentialId!: string;
  /** The credential until this is lifted, `null` afterwards. */
  @Reference('Credential', { optional: true }) openFor!: string | null;
  @Instant() at!: Date;
  @Reference('Account') suspendedBy!: string;
  @Paragraph() reason!: string;
  /** When it was reinstated, or revoked. */
  @Instant({ optional: true }) liftedAt!: Date | null;
  @Reference('Account', { optional: true }) liftedBy!: string | null;
  @Paragraph({ optional: true }) liftedReason!: string | null;
}
