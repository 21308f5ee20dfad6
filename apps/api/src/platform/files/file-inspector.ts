import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Refusal, refuse } from '@libretto/domain';
import { fileWorkers } from './file-workers';
import type { FileFault, Inspected, Taken } from './worker/inspect';

/** The refusal for each fault. Faults that differ only in the type of file share a sentence. */
const refusalOf: Record<Exclude<FileFault, 'too-many-pixels'>, Refusal | string> = {
  'needs-password': refuse('common.file-needs-password'),
  'cut-off': refuse('common.file-is-cut-off'),
  damaged: refuse('common.file-is-damaged'),
  'needs-adobe': refuse('common.file-needs-adobe'),
  'has-macros': refuse('common.file-has-macros'),
  'loads-by-itself': refuse('common.file-loads-by-itself'),
  sealed: refuse('common.file-is-encrypted'),
  'signature-only': refuse('common.file-is-signature-only'),
  'web-page': refuse('common.file-is-web-page'),
  'is-archive': 'archive',
  'is-iwork': 'iwork',
  'is-mail': 'mail',
  mail: 'mail',
  'is-recording': 'recording',
  'is-program': 'program',
  drawing: 'drawing',
  text: 'text',
  'not-taken': 'other',
  'no-recording': refuse('common.file-is-no-recording'),
};

/** A file that has come in, and what its sender was asked for. */
export interface ArrivedFile {
  readonly path: string;
  readonly name: string;
  readonly kind: 'document' | 'recording';
}

/** Inspects each file once, when it comes in. */
@Injectable()
export class FileInspector implements OnApplicationShutdown {
  private readonly pool = fileWorkers(2);

  /** The type of the file, or its refusal. */
  async inspect(file: ArrivedFile): Promise<Taken | Refusal> {
    const inspected = await this.pool.run<ArrivedFile, Inspected>('inspectFile', file).catch(() => null);
    // Its process was ended: it took more time or memory than any document needs.
    if (!inspected) return refuse('common.file-is-too-heavy');
    if (!('fault' in inspected)) return inspected;
    if (inspected.fault === 'too-many-pixels') return refuse('common.file-has-too-many-pixels', inspected.numbers);
    const refusal = refusalOf[inspected.fault];
    return typeof refusal === 'string' ? refuse('common.file-type-not-taken', { kind: refusal }) : refusal;
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
