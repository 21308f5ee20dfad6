import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fileWorkers } from './file-workers';
import type { Manuscript, ManuscriptFile } from './worker/manuscript';

export type { Block, Run } from './worker/blocks';
export type { Manuscript } from './worker/manuscript';

/** Reads files of other people as manuscripts for a book, in a process that a hostile file may end. */
@Injectable()
export class ManuscriptReader implements OnApplicationShutdown {
  private readonly pool = fileWorkers(1);

  /** Throws if the file cannot be read. */
  read(file: ManuscriptFile): Promise<Manuscript> {
    return this.pool.run<ManuscriptFile, Manuscript>('readManuscript', file);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
