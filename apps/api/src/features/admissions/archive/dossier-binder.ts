import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sortNameOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { fileNameOf } from '../../../platform/files/file-name';
import { FileStore, shownOf } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { ZipPacker } from '../../../platform/files/zip-packer';
import { Languages } from '../../../platform/language/languages';
import { type SourceFile, type Extent, PdfMerger } from '../../../platform/pdf/pdf-merger';
import { sayDirected } from '../../../platform/pdf/directed';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { Extract } from '../extracts/extract.entity';
import dossier from './dossier.typ';
import { type DossierRecord, DossierRecords } from './dossier-record';
import { dossierSheet, type Exhibit, originalAs } from './dossier-sheet';
import { wordingIn } from './wording';

/**
 * The most bytes of evidence in a book, for shown pages and for originals each. Further originals go beside it, into a
 * zip.
 */
const mostBytes = 120 * 1024 * 1024;

/**
 * Binds one application for the archive: index, record, form and annex are typeset, the evidence follows page by page.
 */
@Injectable()
export class DossierBinder {
  constructor(
    private readonly records: DossierRecords,
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
    private readonly merger: PdfMerger,
    private readonly files: FileStore,
    private readonly packer: ZipPacker,
    private readonly clock: Clock,
  ) {}

  async bind({ id, applicationId, language, withDeliberation }: Extract): Promise<StoredFile> {
    const record = await this.records.of(applicationId ?? '', { withDeliberation });
    const folder = await mkdtemp(join(tmpdir(), 'libretto-dossier-'));
    try {
      const exhibits = await this.exhibits(folder, record);
      const path = await this.bindIn(folder, record, exhibits, language);
      const name = plainName(`${sortNameOf(record.person)} ${record.application.id.slice(-12)}`);
      const beside = exhibits.filter(({ original }) => original === 'beside');
      if (!beside.length)
        return await this.files.writeFrom(
          { id, name: `${name}.pdf`, type: 'application/pdf', purpose: 'extract' },
          createReadStream(path),
        );
      return await this.packer.pack({ id, name: `${name}.zip`, purpose: 'extract' }, [
        { name: `${name}.pdf`, content: { path } },
        ...beside.map((exhibit) => ({
          name: plainName(originalAs(exhibit)),
          content: { fileId: exhibit.evidence.fileId },
        })),
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async bindIn(
    folder: string,
    record: DossierRecord,
    exhibits: readonly Exhibit[],
    language: string,
  ): Promise<string> {
    const say = sayDirected(this.languages.in(language));
    const fields = record.edition.definition.admission.form ?? [];
    const wording = wordingIn(language, say, { timeZone: record.edition.timeZone, fields });
    const sheet = dossierSheet(record, exhibits, wording, this.clock.now());
    // No archival standard is claimed, since the evidence was made by others.
    const path = join(folder, 'book.pdf');
    await writeFile(path, await this.renderer.print(dossier, sheet, '1.7'));

    const attached = exhibits
      .filter(({ original }) => original === 'attached')
      .map((exhibit) => ({
        path: originalIn(folder, exhibit.evidence),
        type: exhibit.evidence.file.type,
        name: originalAs(exhibit),
        description: exhibit.evidence.file.sha256,
      }));
    // The form as it was sent, for machines and for letters that no font here has.
    const form = join(folder, 'application.json');
    await writeFile(
      form,
      JSON.stringify(
        record.versions.map(({ number, at, form: sent, evidence }) => ({ number, at, form: sent, evidence })),
        null,
        2,
      ),
    );
    const to = join(folder, 'bound.pdf');
    await this.merger.bind({
      path,
      leaves: exhibits.map(({ look, evidence }) =>
        'pages' in look ? { pages: look.pages.length, drawn: leafIn(folder, evidence) } : { pages: 1, drawn: null },
      ),
      attached: [
        ...attached,
        {
          path: form,
          type: 'application/json',
          name: 'application.json',
          description: say('admissions.bound-dossier.form-as-sent'),
        },
      ],
      to,
    });
    return to;
  }

  /**
   * Copies of the files for the binder: the shown form of each, and the original. Originals beyond the limit are not
   * copied.
   */
  private async exhibits(folder: string, { evidence }: DossierRecord): Promise<Exhibit[]> {
    let bytes = 0;
    const exhibits: Exhibit[] = [];
    const drawn = evidence.filter(({ file }) => (bytes += file.bytes) <= mostBytes);
    for (const one of drawn) {
      await copied(this.files.open(one.fileId), originalIn(folder, one));
      await copied(this.files.openView(one.file), leafIn(folder, one).path);
    }
    const looks = await this.merger.look(drawn.map((one) => leafIn(folder, one)));
    for (const [index, one] of evidence.entries()) {
      const look: Extent | { fault: 'too-large' } = looks[drawn.indexOf(one)] ?? { fault: 'too-large' };
      exhibits.push({ number: index + 1, evidence: one, look, original: drawn.includes(one) ? 'attached' : 'beside' });
    }
    return exhibits;
  }
}

type Handed = DossierRecord['evidence'][number];

const originalIn = (folder: string, { id }: Handed): string => join(folder, `${id}.original`);

const leafIn = (folder: string, { id, file }: Handed): SourceFile => ({
  path: join(folder, id),
  type: shownOf(file) ?? file.type,
});

const copied = (from: Readable, to: string): Promise<void> => pipeline(from, createWriteStream(to, { mode: 0o600 }));

/** A name that every system can store. */
const plainName = (name: string): string => fileNameOf(name.replace(/[:*?"<>|]/g, '_').replace(/\s+/g, ' '));
