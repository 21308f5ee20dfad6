import { FileStore } from '../../../../platform/files/file-store';
import { MadeFiles } from '../../../../platform/files/made-files';
import type { StoredFile } from '../../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Languages } from '../../../../platform/language/languages';
import { sheetTypes } from '../../../../platform/sheets/send-sheet';
import { SheetWriter } from '../../../../platform/sheets/sheet-writer';
import { EditionDirectory } from '../../../editions';
import { Extract } from '../../extracts/extract.entity';
import { ExtractDesk } from '../../extracts/extract-desk';
import { type ListedApplication, ListOfApplications } from '../list-of-applications';
import { sheetOfApplications } from '../sheet-of-applications';
import { writeList } from './write-list.job';

@HandlesJob(writeList)
export class WriteList implements JobHandler<{ extractId: string }> {
  constructor(
    private readonly made: MadeFiles,
    private readonly desk: ExtractDesk,
    private readonly editions: EditionDirectory,
    private readonly list: ListOfApplications,
    private readonly languages: Languages,
    private readonly sheets: SheetWriter,
    private readonly files: FileStore,
  ) {}

  async run({ extractId }: { extractId: string }): Promise<void> {
    const extract = await this.made.toMake(Extract, extractId);
    if (extract) await this.desk.make(extract, (leftOut) => this.write(extract, leftOut));
  }

  gaveUp({ extractId }: { extractId: string }): Promise<void> {
    return this.made.fail(Extract, extractId);
  }

  private async write(extract: Extract, leftOut: ReadonlySet<string>): Promise<StoredFile> {
    const edition = await this.editions.byId(extract.editionId);
    if (!edition) throw new Error(`The edition ${extract.editionId} is not there.`);
    const question = await this.list.question(edition, leftOut, extract.filter ?? {});
    await this.made.say(extract, { total: await question().getCount() });
    const rows: ListedApplication[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await this.list.idsOfPage(question, after);
      rows.push(...(await this.list.rows(page.ids)));
      await this.made.say(extract, { done: rows.length });
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    const say = this.languages.in(extract.language);
    const sheet = sheetOfApplications(rows, { say, language: extract.language, timeZone: edition.timeZone });
    const format = extract.kind === 'list-csv' ? 'csv' : 'xlsx';
    const name = `${sheet.name} ${edition.name}.${format}`;
    const about = { id: extract.id, name, type: sheetTypes[format], purpose: 'extract' };
    return this.files.write(about, await this.sheets.write(format, sheet));
  }
}
