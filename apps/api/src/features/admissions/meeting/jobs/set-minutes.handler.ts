import type { Say } from '@libretto/language';
import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { FileStore } from '../../../../platform/files/file-store';
import { MadeFiles } from '../../../../platform/files/made-files';
import type { StoredFile } from '../../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Languages } from '../../../../platform/language/languages';
import { sayDirected } from '../../../../platform/pdf/directed';
import { PdfRenderer } from '../../../../platform/pdf/pdf-renderer';
import minutesTemplate from '../documents/minutes.typ';
import { Minutes, MinutesDocument, MinutesItem } from '../minutes.entity';
import { minutesSheet, textOf } from '../minutes-sheet';
import { setMinutes } from './set-minutes.job';

@HandlesJob(setMinutes)
export class SetMinutes implements JobHandler<{ documentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly made: MadeFiles,
    private readonly files: FileStore,
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
  ) {}

  async run({ documentId }: { documentId: string }): Promise<void> {
    const document = await this.made.toMake(MinutesDocument, documentId);
    if (document) await this.made.make(document, () => this.set(document));
  }

  gaveUp({ documentId }: { documentId: string }): Promise<void> {
    return this.made.fail(MinutesDocument, documentId);
  }

  private async set(document: MinutesDocument): Promise<StoredFile> {
    const { id, meetingId, form, language } = document;
    const content = await this.contentOf(document);
    const { record } = await this.database.read.findOneByOrFail(Minutes, { meetingId });
    const [ending, type] = form === 'pdf' ? ['pdf', 'application/pdf'] : ['txt', 'text/plain'];
    const about = { id, name: `minutes-${record.heldOn}-${language}.${ending}`, type, purpose: 'minutes' };
    return this.files.write(about, content);
  }

  private async contentOf({ meetingId, itemIds, language, form }: MinutesDocument): Promise<Buffer> {
    const { record } = await this.database.read.findOneByOrFail(Minutes, { meetingId });
    const items = itemIds.length
      ? await this.database.read.find(MinutesItem, { where: { id: In([...itemIds]) }, order: { id: 'ASC' } })
      : [];
    const say = this.languages.in(language);
    const sheetIn = (words: Say) =>
      minutesSheet(
        record,
        items.map((item) => item.record),
        language,
        words,
      );
    if (form === 'text') return Buffer.from(textOf(sheetIn(say)), 'utf8');
    const [year, month, day] = record.closedAt.slice(0, 10).split('-').map(Number);
    return this.renderer.printWhateverItSays(minutesTemplate, {
      ...sheetIn(sayDirected(say)),
      date: { year, month, day },
    });
  }
}
