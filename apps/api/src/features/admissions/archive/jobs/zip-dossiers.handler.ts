import { In } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { MadeFiles } from '../../../../platform/files/made-files';
import { StoredFile } from '../../../../platform/files/stored-file.entity';
import { type Packed, ZipPacker } from '../../../../platform/files/zip-packer';
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
    private readonly made: MadeFiles,
    private readonly desk: ExtractDesk,
    private readonly editions: EditionDirectory,
    private readonly packer: ZipPacker,
    private readonly languages: Languages,
  ) {}

  /** The parts are erased once the whole is ready. */
  async run({ extractId }: { extractId: string }): Promise<void> {
    const extract = await this.made.toMake(Extract, extractId);
    const parts = await this.database.read.find(Extract, { where: { partOfId: extractId }, order: { id: 'ASC' } });
    if (extract && !(await this.isToWait(extract, parts)))
      await this.desk.make(extract, () => this.zip(extract, parts));
    const made = await this.database.read.existsBy(Extract, { id: extractId, state: 'ready' });
    if (!made) return;
    await this.made.erase(
      Extract,
      parts.map(({ id }) => id),
    );
  }

  gaveUp({ extractId }: { extractId: string }): Promise<void> {
    return this.made.fail(Extract, extractId);
  }

  /** Waits for parts that are still being made; failed ones may succeed at another attempt. */
  private async isToWait({ id, askedAt }: Extract, parts: readonly Extract[]): Promise<boolean> {
    const now = this.clock.now().getTime();
    const isLate = now >= askedAt.getTime() + patienceMs;
    const areUnderWay = parts.some(({ state }) => state === 'queued');
    if (areUnderWay && isLate)
      await this.transaction.run((tx) =>
        tx.enqueue(zipDossiers, { extractId: id }, { dueAt: new Date(now + patienceMs) }),
      );
    return areUnderWay || (!isLate && parts.some(({ state }) => state === 'failed'));
  }

  private async zip(extract: Extract, parts: readonly Extract[]): Promise<StoredFile> {
    const edition = await this.editions.byId(extract.editionId);
    const say = this.languages.in(extract.language);
    const files = await this.database.read.findBy(StoredFile, { id: In(parts.map(({ id }) => id)) });
    const missing = parts
      .filter(({ id }) => !files.some((file) => file.id === id))
      .map(({ applicationId }) => applicationId);
    const name = `${say('admissions.bound-dossier.zip-name')} ${edition?.name ?? ''}.zip`;
    return this.packer.pack({ id: extract.id, name, purpose: 'extract' }, [
      ...files.map((file): Packed => ({ name: file.name, content: { fileId: file.id } })),
      ...(missing.length
        ? [
            {
              name: `${say('admissions.bound-dossier.missing-name')}.txt`,
              content: say('admissions.bound-dossier.missing', { dossiers: missing.join('\n') }),
            },
          ]
        : []),
    ]);
  }
}
