import { Injectable } from '@nestjs/common';
import { addressOfLicence, type BookForm, fillBook } from '@libretto/domain';
import { Config } from '../../../platform/config/config';
import { FileStore } from '../../../platform/files/file-store';
import { MadeFiles } from '../../../platform/files/made-files';
import { ManuscriptReader } from '../../../platform/files/manuscript-reader';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { Unprintable } from '../../../platform/pdf/unprintable';
import { orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import type { Publication, PublicationBook } from '../book/publication.entity';
import { PrintedWorks } from '../book/printed-works';
import book from './book.typ';
import { type BookSource, bookSource, picturesOf, type WorkToSet } from './book-source';
import { packEpub } from './epub';
import { WorkManuscripts } from './work-manuscripts';

const types: Readonly<Record<BookForm, string>> = { pdf: 'application/pdf', epub: 'application/epub+zip' };

/** A sign that every font has, for one that none has. */
const substitute = '\ufffd';

/** Sets the book of a publication in one form. The same publication gives the same bytes. */
@Injectable()
export class TypesetterOfBooks {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly files: FileStore,
    private readonly made: MadeFiles,
    private readonly manuscripts: ManuscriptReader,
    private readonly renderer: PdfRenderer,
    private readonly editions: EditionDirectory,
    private readonly printed: PrintedWorks,
    private readonly works: WorkManuscripts,
  ) {}

  async set(row: PublicationBook, publication: Publication): Promise<StoredFile> {
    const works = await this.worksOf(row, publication);
    const address = `${this.config.publicUrl}/publications/${publication.id}`;
    const source = await this.sourceOf(publication, works, address);
    const pictures = picturesOf(works);
    const content =
      row.form === 'pdf'
        ? await this.pages(source, pictures)
        : await packEpub({
            source,
            content: await this.renderer.setHtml(book, { ...source, form: 'html' }),
            pictures,
            identifier: address,
            licence: addressOfLicence(publication.licence),
          });
    const name = `${publication.title}.${row.form}`;
    return this.files.write({ id: row.id, name, type: types[row.form], purpose: 'publication' }, content);
  }

  private async sourceOf(publication: Publication, works: readonly WorkToSet[], address: string): Promise<BookSource> {
    const [edition, { blocks: preface }] = await Promise.all([
      this.editions.byId(publication.editionId),
      this.manuscripts.read({ content: Buffer.from(publication.preface), name: 'preface.md', type: 'text/plain' }),
    ]);
    if (!edition) throw new Error(`The edition ${publication.editionId} is not there.`);
    const { title: programme, awardingBodies } = edition.definition;
    return bookSource(
      {
        ...{ publication, preface, works, address },
        edition: { name: edition.name, programme },
        publisher: awardingBodies.map(({ name }) => name),
      },
      this.languages.in(publication.language),
    );
  }

  /** Each manuscript is a part of the file that shows its progress; the last one is the book. */
  private async worksOf(row: PublicationBook, publication: Publication): Promise<WorkToSet[]> {
    const printed = await this.printed.of(publication.id);
    orRefuse(fillBook(printed.map(() => null)));
    await this.made.say(row, { total: printed.length + 1 });
    const works: WorkToSet[] = [];
    for (const { title, references, statements, ...parts } of printed) {
      const manuscript = await this.works.of(parts);
      works.push({ title, references, statements, manuscript });
      await this.made.say(row, { done: works.length });
    }
    return works;
  }

  /** An archival document shows no sign that its fonts lack: another one stands in its place. */
  private async pages(source: BookSource, pictures: ReturnType<typeof picturesOf>): Promise<Buffer> {
    const data = { ...source, form: 'pages' };
    try {
      return await this.renderer.print(book, data, undefined, pictures);
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      const lacking = new Set(error.characters);
      const shown = (text: string) => [...text].map((sign) => (lacking.has(sign) ? substitute : sign)).join('');
      const said: typeof data = JSON.parse(JSON.stringify(data), (_, value: unknown) =>
        typeof value === 'string' ? shown(value) : value,
      );
      return this.renderer.print(book, said, undefined, pictures);
    }
  }
}
