import { Entity, Index } from 'typeorm';
import { Id, Line } from '../../platform/database/columns';

/**
 * A participant as lists are sorted and searched: by name and by the institution of their account. Triggers keep a row for
 * each enrolment, under its id, and renew it when the person or the institution changes (`20261126T1815-listings.ts`).
 */
@Entity('enrolment_listing')
@Index(['editionId', 'id'])
@Index(['editionId', 'listedAs', 'id'])
@Index(['editionId', 'worksAt', 'listedAs', 'id'])
export class EnrolmentListing {
  @Id() id!: string;
  @Line(36) editionId!: string;
  /** The folded name. */
  @Line() listedAs!: string;
  /** The folded name of the institution; empty without one. */
  @Line() worksAt!: string;
}
