import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Id, Instant, Line, MadeOf, Paragraph, Reference } from '../../../platform/database/columns';

/** A text of one person in a thread. Its place stays where its text goes. */
@Entity('post')
@Index(['threadId', 'at', 'id'])
@Index(['authorId'])
@Addressed('postId', 'threadId')
export class Post {
  @Id() id!: string;
  @MadeOf('Thread') threadId!: string;
  /** Nobody, once their account is deleted. */
  @Reference('Account', { optional: true }) authorId!: string | null;
  @Paragraph() text!: string;
  /** The text, folded: searches look here. */
  @Paragraph() foundBy!: string;
  @Instant() at!: Date;
  @Instant({ optional: true }) editedAt!: Date | null;
  @Instant({ optional: true }) removedAt!: Date | null;
  @Instant({ optional: true }) hiddenAt!: Date | null;
  @Reference('Account', { optional: true }) hiddenById!: string | null;
  @Line(500, { optional: true }) hiddenBecause!: string | null;
}

/** A file of a post. */
@Entity('post_file')
@Index(['postId'])
@Addressed('postFileId', 'postId')
export class PostFile {
  @Id() id!: string;
  @Reference('Post') postId!: string;
  @Reference('StoredFile') fileId!: string;
}

/** That a post mentions somebody. */
@Entity('post_mention')
@Index(['postId', 'accountId'], { unique: true })
@Index(['accountId'])
export class PostMention {
  @Id() id!: string;
  @MadeOf('Post') postId!: string;
  @Reference('Account') accountId!: string;
}

/** That a reader reported a post to moderators; each reader once. */
@Entity('post_report')
@Index(['postId', 'accountId'], { unique: true })
@Index(['editionId', 'settledAt', 'at', 'id'])
@Index(['accountId'])
@Addressed('reportId', 'editionId')
export class PostReport {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @MadeOf('Post') postId!: string;
  @Reference('Account') accountId!: string;
  @Line(500) reason!: string;
  @Instant() at!: Date;
  @Instant({ optional: true }) settledAt!: Date | null;
}
