import type { ThreadKind, ThreadPlace } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Flag, Id, Instant, Line, MadeOf, Reference, Whole } from '../../../platform/database/columns';

/** A conversation about one thing: in a module, in a group, or between two people. */
@Entity('thread')
@Index(['editionId', 'lastAt', 'id'])
@Index(['directKey'], { unique: true })
@Index(['authorId'])
@Addressed('threadId', 'editionId')
export class Thread {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() place!: ThreadPlace;
  @Whole({ optional: true }) moduleNumber!: number | null;
  @Reference('ProjectGroup', { optional: true }) groupId!: string | null;
  /** The two readers of messages; nobody, once their account is deleted. */
  @Reference('Account', { optional: true }) participantId!: string | null;
  @Reference('Account', { optional: true }) tutorId!: string | null;
  /** Two people have one thread in an edition. */
  @Line(120, { optional: true }) directKey!: string | null;
  @Code() kind!: ThreadKind;
  /** Empty for messages, and where its author deleted their account. */
  @Line(120) title!: string;
  /** The title, folded: searches look here too. */
  @Line() foundBy!: string;
  @Reference('Account', { optional: true }) authorId!: string | null;
  @Instant() startedAt!: Date;
  /** When its newest post was written. */
  @Instant() lastAt!: Date;
  @Whole() posts!: number;
  /** The post that answers the question. */
  @Line(36, { optional: true }) answerId!: string | null;
  @Flag() isClosed!: boolean;
}

/** How far somebody has read a thread, and whether they follow it. */
@Entity('thread_reader')
@Index(['threadId', 'accountId'], { unique: true })
@Index(['accountId'])
export class ThreadReader {
  @Id() id!: string;
  @MadeOf('Thread') threadId!: string;
  @Reference('Account') accountId!: string;
  @Flag() follows!: boolean;
  /** The time of the newest post that they have read. */
  @Instant({ optional: true }) readAt!: Date | null;
  /** They were told of a post that they have not read: of further ones they are not. */
  @Flag() isTold!: boolean;
}
