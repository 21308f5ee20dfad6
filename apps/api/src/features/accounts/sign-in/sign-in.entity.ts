import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** One signed-in browser. The cookie holds the token, the row only its hash: a stolen table signs nobody in. */
@Entity('sign_in')
@Index(['tokenHash'], { unique: true })
export class SignIn {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Line(64) tokenHash!: string;
  @Instant() signedInAt!: Date;
  @Instant() expiresAt!: Date;
}
