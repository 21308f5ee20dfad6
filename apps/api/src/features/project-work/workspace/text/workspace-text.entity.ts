import { Entity, Index } from 'typeorm';
import { Bytes, Id, Instant, Line, Reference, Whole } from '../../../../platform/database/columns';

/** The text that a group writes together. Its row is locked by every change. */
@Entity('workspace_text')
@Index(['groupId'], { unique: true })
export class WorkspaceText {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  /** The number of the newest change. */
  @Whole() newest!: number;
  /** The bytes of all changes. */
  @Whole() bytes!: number;
}

/** A text's changes up to a number in one update, so that who opens the text need not read each of them. */
@Entity('workspace_folding')
@Index(['groupId'], { unique: true })
export class WorkspaceFolding {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Whole() upTo!: number;
  @Bytes() content!: Buffer;
}

/**
 * A change of the text: a Yjs update that follows from those before it. Changes that one person made in one go are merged
 * into one after a while, which keeps the number of the last of them.
 */
@Entity('workspace_change')
@Index(['groupId', 'number'], { unique: true })
export class WorkspaceChange {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Whole() number!: number;
  @Bytes() content!: Buffer;
  /** Who was signed in where it came from; `null` for the outline with which a text begins. */
  @Reference('Account', { optional: true }) accountId!: string | null;
  @Instant() since!: Date;
  @Instant() at!: Date;
}

/** Whose are the characters that carry the number of a Yjs client: that of the account which first wrote with it. */
@Entity('workspace_writer')
@Index(['groupId', 'client'], { unique: true })
export class WorkspaceWriter {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  /** A whole number below 2³², in digits. */
  @Line(10) client!: string;
  @Reference('Account') accountId!: string;
}
