import type { KeyBelow } from '@libretto/language';
import { become, madeFileProcess } from '@libretto/domain';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { type Packed, ZipPacker } from '../../../platform/files/zip-packer';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { Languages } from '../../../platform/language/languages';
import { orRefuse } from '../../../platform/refusals/refused';
import { PersonalCopy } from '../personal-copy.entity';
import { PersonalDataExport } from '../personal-data-export';
import { makeCopy } from './make-copy.job';

type Held = Awaited<ReturnType<PersonalDataExport['about']>>;

@HandlesJob(makeCopy)
export class MakeCopy implements JobHandler<{ copyId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly held: PersonalDataExport,
    private readonly files: FileStore,
    private readonly packer: ZipPacker,
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
      // It was erased meanwhile, and its erasing job will not run again.
      if (!made) return this.files.erase(copyId);
      if (made.state === 'ready') return;
      await this.files.keep(tx, file);
      await tx.save(
        Object.assign(made, {
          state: orRefuse(become(madeFileProcess, made.state, 'ready', 'common.no-such-step')),
          underWayFor: null,
          done: made.total,
        }),
      );
    });
  }

  private async zip({ id, accountId, language, askedAt }: PersonalCopy): Promise<StoredFile> {
    const say = this.languages.in(language);
    const { parts, files } = await this.held.about(accountId);
    const total = Object.keys(parts).length + files.length;
    await this.note(id, { total });
    const name = `${say('personal-data.copy.file-name')} ${askedAt.toISOString().slice(0, 10)}.zip`;
    return this.packer.pack({ id, name, purpose: 'personal-copy' }, this.packed(id, language, parts, files));
  }

  private async *packed(
    id: string,
    language: string,
    parts: Held['parts'],
    files: Held['files'],
  ): AsyncGenerator<Packed> {
    yield { name: `${this.languages.in(language)('personal-data.copy.read-me')}.txt`, content: this.readMe(language) };
    for (const [part, records] of Object.entries(parts))
      yield { name: `${part}.json`, content: JSON.stringify(records, null, 2) };
    const taken = new Set<string>();
    for (const [at, { id: fileId, path }] of files.entries()) {
      await this.note(id, { done: Object.keys(parts).length + at });
      // Two files may have one name.
      const own = taken.has(path) ? path.replace(/([^/]*)$/, `${at + 1}-$1`) : path;
      taken.add(own);
      yield { name: `files/${own}`, content: { fileId } };
    }
  }

  /** The contents of the copy, the parts left out, and the reasons. */
  private readMe(language: string): string {
    const say = this.languages.in(language);
    const lines: KeyBelow<'personal-data'>[] = [
      'copy.about',
      ...(
        [
          'account',
          'applications',
          'places',
          'attendance',
          'workload',
          'project-work',
          'completion',
          'credentials',
          'mails',
          'files',
        ] as const
      ).map((part) => `part.${part}` as const),
      'left-out.title',
      ...(['deliberation', 'others', 'password', 'logs'] as const).map((what) => `left-out.${what}` as const),
    ];
    return `${lines.map((key) => say(`personal-data.${key}`)).join('\n\n')}\n`;
  }

  private async note(id: string, progress: Partial<PersonalCopy>): Promise<void> {
    await this.transaction.run((tx) => tx.manager.update(PersonalCopy, { id }, progress));
  }
}
