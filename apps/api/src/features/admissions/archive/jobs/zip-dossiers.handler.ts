import { ZipArchive } from 'archiver';
import { In } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { FileStore } from '../../../../platform/files/file-store';
import { StoredFile } from '../../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Languages } from '../../../../platform/language/languages';
import { EditionDirectory } from '../../../editions';
import { Extract } from '../../extracts/extract.entity';
import { ExtractDesk } from '../../extracts/extract-desk';
import { patienceMs, zipDossiers } from './zip-dossiers.job';

@HandlesJob(zipDossiers)
export class ZipDossiers implements JobHandler<{ extractId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly desk: ExtractDesk,
    private readonly editions: EditionDirectory,
    private readonly files: FileStore,
    private readonly languages: Languages,
  ) {}

  /** The parts go once the whole is there: nobody needs them twice. */
  async run({ extractId }: { extractId: string }): Promise<void> {
    const extract = await this.desk.toMake(extractId);
    const parts = await this.database.read.find(Extract, { where: { partOfId: extractId }, order: { id: 'ASC' } });
    if (extract && !(await this.isToWait(extract, parts))) await this.desk.make(extract, () => this.zip(extract, parts));
    const made = await this.database.read.existsBy(Extract, { id: extractId, state: 'ready' });
    if (made && parts.length) await this.desk.erase(parts);
  }

  /** Parts that are still being made are waited for; those that failed may come at another try. */
  private async isToWait({ id, askedAt }: Extract, parts: readonly Extract[]): Promise<boolean> {
    const now = this.clock.now().getTime();
    const isLate = now >= askedAt.getTime() + patienceMs;
    const areUnderWay = parts.some(({ state }) => state === 'queued');
    if (areUnderWay && isLate)
      await this.transaction.run((tx) => tx.enqueue(zipDossiers, { extractId: id }, { dueAt: new Date(now + patienceMs) }));
    return areUnderWay || (!isLate && parts.some(({ state }) => state === 'failed'));
  }

  private async zip(extract: Extract, parts: readonly Extract[]): Promise<StoredFile> {
    const edition = await this.editions.byId(extract.editionId);
    const say = this.languages.in(extract.language);
    const files = await this.database.read.findBy(StoredFile, { id: In(parts.map(({ id }) => id)) });
    const zip = new ZipArchive({ store: true });
    const name = `${say('admissions.bound-dossier.zip-name')} ${edition?.name ?? ''}.zip`;
    const written = this.files.writeFrom({ id: extract.id, name, type: 'application/zip', purpose: 'extract' }, zip);
    // One after the other, so that no more than one file is open.
    for (const file of files) {
      const entered = new Promise((resolve) => zip.once('entry', resolve));
      const content = this.files.open(file.id).on('error', (error) => zip.destroy(error));
      zip.append(content, { name: file.name });
      await Promise.race([entered, written]);
    }
    const missing = parts.filter(({ id }) => !files.some((file) => file.id === id));
    if (missing.length)
      zip.append(say('admissions.bound-dossier.missing', { dossiers: missing.map(({ applicationId }) => applicationId).join('\n') }), { name: `${say('admissions.bound-dossier.missing-name')}.txt` });
    await Promise.all([zip.finalize(), written]);
    return written;
  }
}
