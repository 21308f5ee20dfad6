import type { MadeFileState } from '@libretto/domain';
import { Code, Id, Instant, Line, Whole } from '../database/columns';

/** What each kind of file that a job makes has in its table. The file has the row's own id. */
export abstract class MadeFile {
  @Id() id!: string;
  @Line(2) language!: string;
  @Code() state!: MadeFileState;
  @Instant() askedAt!: Date;
}

/** One that shows its progress. */
export abstract class FileInParts extends MadeFile {
  /** The number of its parts that are made already. */
  @Whole() done!: number;
  @Whole() total!: number;
}

/** One that is made for one person, and is erased after a while. */
export abstract class ExpiringFile extends FileInParts {
  @Instant() expiresAt!: Date;
}
