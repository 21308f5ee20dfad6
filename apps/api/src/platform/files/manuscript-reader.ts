import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '../workers/worker-pool';
import type { Manuscript, ManuscriptFile } from './worker/manuscript';

export type { Block, Run } from './worker/blocks';
export type { Manuscript } from './worker/manuscript';

/** Reads files of other people as manuscripts for a book, in a process that a hostile file may end. */
@Injectable()
export class ManuscriptReader implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'file-worker.mjs', source: '../files/worker/file-worker.ts' },
    atOnce: 1,
    flags: ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons', '--max-old-space-size=512'],
  });

  /** Throws if the file cannot be read. */
  read(file: ManuscriptFile): Promise<Manuscript> {
    return this.pool.run<ManuscriptFile, Manuscript>('readManuscript', file);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
