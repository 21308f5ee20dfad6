import type { Say } from '@libretto/language';
import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { FileStore } from '../../../../platform/files/file-store';
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
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
  ) {}

  /** The file has the document’s own id: a second run writes the same bytes to the same place. */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const document = await this.database.read.findOneBy(MinutesDocument, { id: documentId });
    // Erasing words also deletes the documents that contain them.
    if (!document || document.fileId) return;
    const { form, language } = document;
    const content = await this.contentOf(document);
    const { record } = await this.database.read.findOneByOrFail(Minutes, { meetingId: document.meetingId });
    const [ending, type] = form === 'pdf' ? ['pdf', 'application/pdf'] : ['txt', 'text/plain'];
    const file = await this.files.write(
      { id: documentId, name: `minutes-${record.heldOn}-${language}.${ending}`, type, purpose: 'minutes' },
      content,
    );
    await this.transaction.run(async (tx) => {
      const asked = await tx.lock(MinutesDocument, documentId);
      if (asked.fileId) return;
      await this.files.keep(tx, file);
      await tx.save(Object.assign(asked, { fileId: file.id }));
    });
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
