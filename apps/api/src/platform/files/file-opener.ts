import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fileWorkers } from './file-workers';
import { FileStore } from './file-store';
import type { StoredFile } from './stored-file.entity';
import type { PdfNote } from './worker/annotate';

export type { PdfNote } from './worker/annotate';

/**
 * Opens stored files to make something of them, in processes that a hostile file may end. `null`: nothing can be made
 * of the file.
 */
@Injectable()
export class FileOpener implements OnApplicationShutdown {
  private readonly pool = fileWorkers(1);

  constructor(private readonly files: FileStore) {}

  /** The pages of a PDF, with notes in them. */
  async annotated(file: StoredFile, notes: readonly PdfNote[]): Promise<Buffer | null> {
    const made = await this.pool
      .run<{ path: string; notes: readonly PdfNote[] }, Uint8Array | null>('annotateFile', {
        path: this.files.pathOfView(file),
        notes,
      })
      .catch(() => null);
    return made && Buffer.from(made);
  }

  /** A copy of what of the file is shown, or of the file itself, that does not say who made it. */
  async withoutAuthors(file: StoredFile): Promise<Buffer | null> {
    const made = await this.pool
      .run<{ path: string; type: string }, Uint8Array | null>('copyWithoutAuthors', {
        path: this.files.pathOfView(file),
        type: file.view ?? file.type,
      })
      .catch(() => null);
    return made && Buffer.from(made);
  }

  /** The words of that copy. */
  words(file: StoredFile): Promise<string | null> {
    return this.pool
      .run<{ path: string; type: string }, string | null>('readWordsWithoutAuthors', {
        path: this.files.pathOfView(file),
        type: file.view ?? file.type,
      })
      .catch(() => null);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
