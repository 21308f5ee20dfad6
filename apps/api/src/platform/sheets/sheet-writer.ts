import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '../workers/worker-pool';
import type { SheetFormat } from './send-sheet';
import type { Sheet } from './sheet';

/** Writes tables for people's spreadsheets without keeping a request waiting. */
@Injectable()
export class SheetWriter implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'sheet-worker.mjs', source: '../sheets/sheet-worker.ts' },
    atOnce: 1,
    // It reads its own code, and writes nothing: the table is its answer.
    flags: ['--permission', '--allow-fs-read=*', '--allow-worker'],
  });

  async write(format: SheetFormat, sheet: Sheet): Promise<Buffer> {
    return Buffer.from(await this.pool.run<Sheet, Uint8Array>(format, sheet));
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
