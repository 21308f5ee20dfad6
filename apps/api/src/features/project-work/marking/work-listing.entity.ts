import { Entity, Index } from 'typeorm';
import { Flag, InKey, Instant, Line, Whole } from '../../../platform/database/columns';

/**
 * A work as lists of markers are sorted and searched: a row for everybody, and one for each person for whom it waits while
 * it does not wait for the others, or the other way round. Triggers keep the rows (`20261127T1241-work-listing.ts`).
 */
@Entity('work_listing')
@Index(['workId'])
@Index(['groupId'])
@Index(['editionId', 'briefId', 'markerId', 'waits', 'handedInAt', 'workId', 'listedAs'])
@Index(['editionId', 'briefId', 'markerId', 'waits', 'listedAs', 'handedInAt', 'workId'])
@Index(['editionId', 'briefId', 'markerId', 'waits', 'maskedAs', 'handedInAt', 'workId'])
@Index(['editionId', 'briefId', 'markerId', 'waits', 'stateNumber', 'handedInAt', 'workId', 'listedAs'])
export class WorkListing {
  @InKey() editionId!: string;
  @InKey(40) briefId!: string;
  /** Empty in the row for everybody who has none of their own. */
  @InKey() markerId!: string;
  @InKey() workId!: string;
  @Line(36) groupId!: string;
  /** Whether it waits for these: a mark that is theirs to give, a colleague with whom they differ, a second look. */
  @Flag() waits!: boolean;
  /** The position of its state in `workStates`. */
  @Whole() stateNumber!: number;
  @Instant() handedInAt!: Date;
  /** The folded names of its group and of its members. */
  @Line(500) listedAs!: string;
  /** The same for whoever may not know whose work it is: until its result is released, its folded code. */
  @Line(500) maskedAs!: string;
}

/** How many works for a brief wait for everybody who has no row of their own, and how many do not: a list is not counted. */
@Entity('work_listing_count')
export class WorkListingCount {
  @InKey() editionId!: string;
  @InKey(40) briefId!: string;
  @Whole() waiting!: number;
  @Whole() others!: number;
}
