import { ZipArchive } from 'archiver';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { Languages } from '../../../platform/language/languages';
import { PersonalCopy } from '../personal-copy.entity';
import { WhatIsHeld } from '../what-is-held';
import { makeCopy } from './make-copy.job';

@HandlesJob(makeCopy)
export class MakeCopy implements JobHandler<{ copyId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly held: WhatIsHeld,
    private readonly files: FileStore,
    private readonly languages: Languages,
    private readonly clock: Clock,
  ) {}

  async run({ copyId }: { copyId: string }): Promise<void> {
    const copy = await this.database.read.findOneBy(PersonalCopy, { id: copyId });
    if (!copy || copy.state === 'ready' || copy.expiresAt <= this.clock.now()) return;
    let file: StoredFile;
    try {
      file = await this.zip(copy);
    } catch (error) {
      await this.note(copyId, { state: 'failed', underWayFor: null });
      throw error;
    }
    await this.transaction.run(async (tx) => {
      const [made] = await tx.lockAll(PersonalCopy, { id: copyId });
      // Erased in between: the job that erased it comes no more.
      if (!made) return this.files.erase(copyId);
      if (made.state === 'ready') return;
      await this.files.keep(tx, file);
      await tx.save(Object.assign(made, { state: 'ready', underWayFor: null, done: made.total }));
    });
  }

  private async zip({ id, accountId, language, askedAt }: PersonalCopy): Promise<StoredFile> {
    const say = this.languages.in(language);
    const { parts, files } = await this.held.about(accountId);
    const total = Object.keys(parts).length + files.length;
    await this.note(id, { total });
    const zip = new ZipArchive({ zlib: { level: 6 } });
    const name = `${say('personal-data.copy.file-name')} ${askedAt.toISOString().slice(0, 10)}.zip`;
    const written = this.files.writeFrom({ id, name, type: 'application/zip', purpose: 'personal-copy' }, zip);
    zip.append(this.readMe(language), { name: `${say('personal-data.copy.read-me')}.txt` });
    for (const [part, records] of Object.entries(parts)) zip.append(JSON.stringify(records, null, 2), { name: `${part}.json` });
    const taken = new Set<string>();
    for (const [at, { id: fileId, path }] of files.entries()) {
      await this.note(id, { done: Object.keys(parts).length + at });
      const entered = new Promise((resolve) => zip.once('entry', resolve));
      // Two files may have one name.
      const own = taken.has(path) ? path.replace(/([^/]*)$/, `${at + 1}-$1`) : path;
      taken.add(own);
      zip.append(this.files.open(fileId).on('error', (error) => zip.destroy(error)), { name: `files/${own}` });
      // One after the other, so that no more than one file is open.
      await Promise.race([entered, written]);
    }
    await Promise.all([zip.finalize(), written]);
    return written;
  }

  /** What is in it, what is left out, and why. */
  private readMe(language: string): string {
    const say = this.languages.in(language);
    const lines = [
      'copy.about',
      ...['account', 'applications', 'places', 'attendance', 'workload', 'project-work', 'completion', 'credentials', 'mails', 'files'].map((part) => `part.${part}`),
      'left-out.title',
      ...['deliberation', 'others', 'password', 'logs'].map((what) => `left-out.${what}`),
    ];
    return `${lines.map((key) => say(`personal-data.${key}`)).join('\n\n')}\n`;
  }

  private async note(id: string, progress: Partial<PersonalCopy>): Promise<void> {
    await this.transaction.run((tx) => tx.manager.update(PersonalCopy, { id }, progress));
  }
}
