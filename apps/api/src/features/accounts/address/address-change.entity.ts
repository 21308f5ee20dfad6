import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** Somebody wants another address: it becomes theirs once both mailboxes have confirmed. A person has one under way. */
@Entity('address_change')
@Index(['accountId'], { unique: true })
export class AddressChange {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  /** The new one, in lower case. */
  @Line(320) email!: string;
  /** The time at which the old address was confirmed. */
  @Instant({ optional: true }) leftAt!: Date | null;
  /** The time at which the new address was confirmed. */
  @Instant({ optional: true }) takenAt!: Date | null;
}
