import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../platform/database/columns';

/** Somebody asked for a new password and a mail followed. It counts for an hour. */
@Entity('password_request')
@Index(['accountId', 'at'])
export class PasswordRequest {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Instant() at!: Date;
}
