import type { LogFact } from '@libretto/credentials';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference, Whole } from '../../../platform/database/columns';

/** What an entry of the log is about. Where it is gone, nobody can tell any more, and the log goes on verifying. */
@Entity('log_opening')
@Index(['credentialId', 'kind'], { unique: true })
@Index(['number'], { unique: true })
export class LogOpening {
  @Id() id!: string;
  @Reference('Credential') credentialId!: string;
  @Code() kind!: LogFact['kind'];
  @Instant() at!: Date;
  @Line(43) salt!: string;
  /** The entry. */
  @Whole() number!: number;
}
