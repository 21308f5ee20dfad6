import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fileWorkers } from './file-workers';
import { FileStore } from './file-store';
import type { StoredFile } from './stored-file.entity';

/** Draws the pages of stored PDFs, in a process of its own: nobody who opens a file waits behind them. */
@Injectable()
export class PagePictures implements OnApplicationShutdown {
  private readonly pool = fileWorkers(1);

  constructor(private readonly files: FileStore) {}

  /** Each page as a JPEG. Throws where there are more than `most`. */
  of(file: StoredFile, most: number): Promise<readonly Uint8Array[]> {
    return this.pool.run<{ path: string; most: number }, readonly Uint8Array[]>('drawPages', {
      path: this.files.pathOfView(file),
      most,
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
