import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fileWorkers } from './file-workers';
import { FileStore } from './file-store';
import type { StoredFile } from './stored-file.entity';

/**
 * Reads the words of stored files, in a process of its own that a hostile file may end: jobs do so, and nobody who opens a
 * file waits behind them.
 */
@Injectable()
export class TextReader implements OnApplicationShutdown {
  private readonly pool = fileWorkers(1);

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
