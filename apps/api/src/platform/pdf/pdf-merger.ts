import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { MergePlan, SourceFile, Extent } from '../files/worker/bind';
import { WorkerPool } from '../workers/worker-pool';

export type { MergePlan, SourceFile, Extent } from '../files/worker/bind';

const drawable = /^application\/pdf$|^image\/(jpeg|png|webp|gif|avif)$/;
const mostPagesOfFile = 400;
const mostPagesOfBook = 2000;

/** Binds files of other people into one PDF, in processes that a hostile file may end. */
@Injectable()
export class PdfMerger implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'file-worker.mjs', source: '../files/worker/file-worker.ts' },
    atOnce: 1,
    flags: [
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${join(tmpdir(), '*')}`,
      '--allow-worker',
      '--allow-addons',
      '--max-old-space-size=512',
    ],
  });

  /** The extent of each file, in their order: its pages, or why it is not drawn. */
  async look(files: readonly SourceFile[]): Promise<Extent[]> {
    const looks: Extent[] = [];
    let left = mostPagesOfBook;
    for (const leaf of files) {
      const looked = drawable.test(leaf.type)
        ? await this.lookAt(leaf, Math.min(mostPagesOfFile, left))
        : ({ fault: 'other-type' } as const);
      if ('pages' in looked) left -= looked.pages.length;
      looks.push(looked);
    }
    return looks;
  }

  async bind(book: MergePlan): Promise<void> {
    await this.pool.run<MergePlan, void>('mergeFiles', book);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }

  /** A file whose process was ended took more time or memory than any document needs. */
  private lookAt(leaf: SourceFile, most: number): Promise<Extent> {
    return this.pool
      .run<{ leaf: SourceFile; most: number }, Extent>('extentOfFile', { leaf, most })
      .catch(() => ({ fault: 'unreadable' }));
  }
}
