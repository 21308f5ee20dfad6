import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Printed, Sheet } from './typesetter';

/** After so many documents the typesetter has kept some 400 MB and is replaced. */
const documentsPerTypesetter = 400;

interface Typesetter {
  readonly process: ChildProcess;
  readonly waiting: Map<number, { done: (pdf: Buffer) => void; failed: (fault: Error) => void }>;
  taken: number;
}

/** Sets Typst templates as PDF/A-3 with tags. The same template and data always give the same bytes. */
@Injectable()
export class PdfPress implements OnApplicationShutdown {
  private typesetter: Typesetter | undefined;

  /**
   * Prints a template. Data reach it as `json(bytes(sys.inputs.data))`, never as source: a name is not a program.
   * `standard` is for tests that ask for another one, such as `ua-1`, which refuses what a screen reader would miss.
   */
  print(template: string, data: unknown, standard?: string): Promise<Buffer> {
    const typesetter = (this.typesetter ??= this.start());
    const sheet: Sheet = { number: typesetter.taken++, template, data: JSON.stringify(data, printable), standard };
    if (typesetter.taken === documentsPerTypesetter) this.typesetter = undefined;
    return new Promise<Buffer>((done, failed) => {
      typesetter.waiting.set(sheet.number, { done, failed });
      typesetter.process.send(sheet);
    });
  }

  /** The same, as an ordinary PDF where no font here has one of its signs: it shows as a box, and an archival document may hold none. */
  async printWhateverItSays(template: string, data: unknown): Promise<Buffer> {
    try {
      return await this.print(template, data);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('could not be displayed with font'))) throw error;
      return this.print(template, data, '1.7');
    }
  }

  onApplicationShutdown(): void {
    if (this.typesetter?.process.connected) this.typesetter.process.disconnect();
    this.typesetter = undefined;
  }

  private start(): Typesetter {
    const process = fork(typesetterFile(), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    const typesetter: Typesetter = { process, waiting: new Map(), taken: 0 };
    process.on('message', (printed: Printed) => {
      const sheet = typesetter.waiting.get(printed.number);
      typesetter.waiting.delete(printed.number);
      if ('pdf' in printed) sheet?.done(Buffer.from(printed.pdf));
      else sheet?.failed(new Error(`The document could not be set: ${printed.fault}`));
      if (this.typesetter !== typesetter && typesetter.waiting.size === 0 && process.connected) process.disconnect();
    });
    process.on('exit', () => {
      if (this.typesetter === typesetter) this.typesetter = undefined;
      for (const { failed } of typesetter.waiting.values())
        failed(new Error('The typesetter ended before the document was set.'));
    });
    return typesetter;
  }
}

/**
 * No font has a sign for a control character, and an archival document may not hold what nothing shows. Half of a sign is
 * no text: the typesetter could not read the data at all.
 */
const printable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '') : value;

/** Beside the running file: built when this is the bundle, as source when this is a test. */
function typesetterFile(): string {
  const built = join(import.meta.dirname, 'typesetter.mjs');
  return existsSync(built) ? built : join(import.meta.dirname, 'typesetter.ts');
}
