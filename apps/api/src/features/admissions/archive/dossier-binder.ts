import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { Languages } from '../../../platform/language/languages';
import { type Look, PdfBindery } from '../../../platform/pdf/pdf-bindery';
import { PdfPress } from '../../../platform/pdf/pdf-press';
import type { Extract } from '../extracts/extract.entity';
import dossier from './dossier.typ';
import { type DossierRecord, DossierRecords } from './dossier-record';
import { attachedAs, dossierSheet, type Exhibit } from './dossier-sheet';
import { wordingIn } from './wording';

/** What a book can hold of evidence; a dossier takes twenty files. What goes beyond is named in the index and left out. */
const mostBytes = 120 * 1024 * 1024;

/** Binds one application for the archive: index, record, form and annex are set, the evidence follows page by page. */
@Injectable()
export class DossierBinder {
  constructor(
    private readonly records: DossierRecords,
    private readonly languages: Languages,
    private readonly press: PdfPress,
    private readonly bindery: PdfBindery,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async bind({ id, applicationId, language, withDeliberation }: Extract): Promise<StoredFile> {
    const record = await this.records.of(applicationId ?? '', { withDeliberation });
    const folder = await mkdtemp(join(tmpdir(), 'libretto-dossier-'));
    try {
      const bound = await this.bindIn(folder, record, language);
      const name = `${record.person.familyName} ${record.person.givenName} ${record.application.id.slice(-12)}.pdf`;
      return await this.files.writeFrom({ id, name: plainName(name), type: 'application/pdf', purpose: 'extract' }, createReadStream(bound));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async bindIn(folder: string, record: DossierRecord, language: string): Promise<string> {
    const say = this.languages.in(language);
    const fields = record.edition.definition.admission.form ?? [];
    const wording = wordingIn(language, say, { timeZone: record.edition.timeZone, fields });
    const exhibits = await this.exhibits(folder, record);
    const sheet = dossierSheet(record, exhibits, wording, this.clock.now());
    // No archival standard is claimed: what is bound into it was made by others.
    const path = join(folder, 'book.pdf');
    await writeFile(path, await this.press.print(dossier, sheet, '1.7'));

    const pathOf = ({ evidence }: Exhibit) => join(folder, evidence.id);
    const attached = exhibits
      .filter(({ look }) => 'fault' in look && look.fault !== 'left-out')
      .map((exhibit) => ({ path: pathOf(exhibit), type: exhibit.evidence.file.type, name: attachedAs(exhibit.number, exhibit.evidence.file.name), description: exhibit.evidence.file.sha256 }));
    // The form as it was sent, for machines and for letters that no font here has.
    const form = join(folder, 'application.json');
    await writeFile(form, JSON.stringify(record.versions.map(({ number, at, form: sent, evidence }) => ({ number, at, form: sent, evidence })), null, 2));
    const drawn = exhibits.flatMap((exhibit) => ('pages' in exhibit.look ? [{ path: pathOf(exhibit), type: exhibit.evidence.file.type, pages: exhibit.look.pages.length }] : []));
    const to = join(folder, 'bound.pdf');
    await this.bindery.bind({
      path,
      drawn,
      attached: [...attached, { path: form, type: 'application/json', name: 'application.json', description: say('admissions.bound-dossier.form-as-sent') }],
      to,
    });
    return to;
  }

  /** Copies of the files for the binder to look at; those that are too much are not even copied. */
  private async exhibits(folder: string, { evidence }: DossierRecord): Promise<Exhibit[]> {
    let left = mostBytes;
    const copied = new Map<string, { path: string; type: string }>();
    for (const { id, file } of evidence) {
      left -= file.bytes;
      if (left < 0) continue;
      const path = join(folder, id);
      await pipeline(this.files.open(file.id), createWriteStream(path, { mode: 0o600 }));
      copied.set(id, { path, type: file.type });
    }
    const looks = await this.bindery.look([...copied.values()]);
    const lookOf = new Map([...copied.keys()].map((id, index) => [id, looks[index]]));
    return evidence.map((one, index) => ({ number: index + 1, evidence: one, look: lookOf.get(one.id) ?? ({ fault: 'left-out' } satisfies Look) }));
  }
}

/** A name that every system can store. */
const plainName = (name: string): string => name.replace(/[\\/:*?"<>|\p{C}]/gu, '').replace(/\s+/g, ' ').trim().slice(0, 180);
