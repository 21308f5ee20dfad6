import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '../workers/worker-pool';
import { directed } from './directed';
import house from './house.typ';
import specimen from './specimen.typ';
import type { Picture, Printed, SetHtml, Sheet } from './typesetter';
import { Unprintable } from './unprintable';

export type { Picture };

/** Sets Typst templates as PDF/A-3 with tags. The same template and data always give the same bytes. */
@Injectable()
export class PdfRenderer implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'typesetter.mjs', source: '../pdf/typesetter.ts' },
    atOnce: 1,
    flags: [],
  });

  /**
   * Prints a template after the common fonts and rules. Data reach it as `json(bytes(sys.inputs.data))`, never as
   * source: a name is not a program.
   * `standard` is for tests that ask for another one, such as `ua-1`, which refuses a document that a screen reader
   * could not read in full.
   */
  async print(template: string, data: unknown, standard?: string, pictures?: Sheet['pictures']): Promise<Buffer> {
    const answer = await this.pool.run<Sheet, Printed>('print', { ...sheetOf(template, data), standard, pictures });
    if ('fault' in answer && answer.unprintable.length) throw new Unprintable(answer.unprintable);
    if ('fault' in answer) throw new Error(`The document could not be set: ${answer.fault}`);
    return Buffer.from(answer.pdf);
  }

  /**
   * The same, as an ordinary PDF if no font here has one of its signs: that sign shows as a box, which an archival
   * document may not contain.
   */
  async printWhateverItSays(template: string, data: unknown, pictures?: Sheet['pictures']): Promise<Buffer> {
    try {
      return await this.print(template, data, undefined, pictures);
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      return this.print(template, data, '1.7', pictures);
    }
  }

  /** Sets the same template as HTML, for a book without pages. */
  async setHtml(template: string, data: unknown): Promise<string> {
    const answer = await this.pool.run<Sheet, SetHtml>('setHtml', sheetOf(template, data));
    if ('fault' in answer) throw new Error(`The document could not be set: ${answer.fault}`);
    return answer.html;
  }

  /** Draws a template of one square page as a picture. */
  async draw(template: string, data: unknown): Promise<Picture> {
    const answer = await this.pool.run<Sheet, Picture | { fault: string }>('draw', sheetOf(template, data));
    if ('fault' in answer) throw new Error(`The picture could not be drawn: ${answer.fault}`);
    return answer;
  }

  /**
   * The characters of these texts that no font here has: checked before a text is signed, since a document may have to
   * show it.
   */
  async unprintable(texts: readonly string[]): Promise<readonly string[]> {
    try {
      await this.print(specimen, { texts, pictures: [] });
      return [];
    } catch (error) {
      if (error instanceof Unprintable) return error.characters;
      throw error;
    }
  }

  /** The names of those among these pictures that no document can show, whatever they begin with. */
  async undrawable(pictures: NonNullable<Sheet['pictures']>): Promise<readonly string[]> {
    const isSet = (some: NonNullable<Sheet['pictures']>): Promise<boolean> =>
      this.print(specimen, { texts: [], pictures: some.map(({ name }) => name) }, undefined, some).then(
        () => true,
        () => false,
      );
    if (pictures.length === 0 || (await isSet(pictures))) return [];
    const names: string[] = [];
    for (const picture of pictures) if (!(await isSet([picture]))) names.push(picture.name);
    return names;
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}

const sheetOf = (template: string, data: unknown): Sheet => ({
  template: `${house}\n${template}`,
  data: JSON.stringify(data, printable),
});

/**
 * Control characters have no sign in any font, and an archival document may not hold invisible ones. With half of a
 * surrogate pair the typesetter could not read the data at all.
 */
const printable = (_: string, value: unknown): unknown =>
  typeof value === 'string'
    ? directed(value.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, ''))
    : value;
