import { Entity, Index } from 'typeorm';
import { rowsOf } from '../../platform/database/read-together';
import { Id, Instant, Line, Reference } from '../../platform/database/columns';

/** Somebody who was admitted when there was no free place. The order of the list is `inOrderOfTheList`. */
@Entity('waiting_list_entry')
@Index(['applicationId'], { unique: true })
@Index(['editionId', 'offeredAt'])
export class WaitingListEntry {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Reference('Institution') institutionId!: string;
  @Line(2) country!: string;
  /** The moment of the ruling. */
  @Instant() since!: Date;
  /** The time of submission: an earlier one comes first among entries of the same moment. */
  @Instant() appliedAt!: Date;
  /** The time at which a place was offered. */
  @Instant({ optional: true }) offeredAt!: Date | null;
}

/** Those of an edition who still wait, in no particular order. */
export const waitingRows = (editionId: string) =>
  rowsOf(WaitingListEntry, 'WHERE it.editionId = :editionId AND it.offeredAt IS NULL', { editionId });
