import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '../workers/worker-pool';
import { FileStore } from './file-store';
import type { StoredFile } from './stored-file.entity';

/**
 * Reads the words of stored files, in a process of its own that a hostile file may end: jobs do so, and nobody who opens a
 * file waits behind them.
 */
@Injectable()
export class TextReader implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'file-worker.mjs', source: '../files/worker/file-worker.ts' },
    atOnce: 1,
    flags: ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons', '--max-old-space-size=512'],
  });

  constructor(private readonly files: FileStore) {}

  /** The words of what of the file is shown, or of the file itself. `null`: there is no way to them. */
  of(file: StoredFile): Promise<string | null> {
    return this.pool
      .run<{ path: string; type: string }, string | null>('readText', {
        path: this.files.pathOfView(file),
        type: file.view ?? file.type,
      })
      .catch(() => null);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
