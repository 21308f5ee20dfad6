import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference } from '../../platform/database/columns';

/** A code that went out by mail: it proves an address, or allows one new password. Only its hash is kept. */
@Entity('mailed_code')
@Index(['codeHash'], { unique: true })
export class MailedCode {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Code() purpose!: 'confirm-address' | 'reset-password';
  @Line(64) codeHash!: string;
  @Instant() expiresAt!: Date;
  @Instant({ optional: true }) usedAt!: Date | null;
}
