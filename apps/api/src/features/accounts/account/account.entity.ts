import { Entity, Index } from 'typeorm';
import { Day, Id, Instant, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** A person who can sign in. An account is made only once its e-mail address is proven. */
@Entity('account')
@Index(['email'], { unique: true })
@Index(['listedAs', 'id'])
@Addressed('accountId')
export class Account {
  @Id() id!: string;
  /** In lower case. */
  @Line(320) email!: string;
  /** Argon2id, with its parameters and salt; empty where no password works. */
  @Line(200) passwordHash!: string;
  @Line(100) givenName!: string;
  @Line(100) familyName!: string;
  @Day({ optional: true }) birthDate!: string | null;
  @Reference('Institution', { optional: true }) institutionId!: string | null;
  @Line(2) language!: string;
  @Line(64) timeZone!: string;
  @Instant() registeredAt!: Date;
  /** The folded name by which lists are sorted, `listedAs()` of it. It stays in records when the account is deleted. */
  @Line() listedAs!: string;
  /** The folded search text, `foundBy()` of the name and the address; empty once the account is deleted. */
  @Line(1000) foundBy!: string;
  /** A deleted account has a name in records that stay, and nothing else. */
  @Instant({ optional: true }) deletedAt!: Date | null;
}
