import type { KeyBelow } from '@libretto/language';
import { MadeFiles } from '../../../platform/files/made-files';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { type Packed, ZipPacker } from '../../../platform/files/zip-packer';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { Languages } from '../../../platform/language/languages';
import { PersonalCopy } from '../personal-copy.entity';
import { PersonalDataExport } from '../personal-data-export';
import { makeCopy } from './make-copy.job';

type Held = Awaited<ReturnType<PersonalDataExport['about']>>;

@HandlesJob(makeCopy)
export class MakeCopy implements JobHandler<{ copyId: string }> {
  constructor(
    private readonly made: MadeFiles,
    private readonly held: PersonalDataExport,
    private readonly packer: ZipPacker,
    private readonly languages: Languages,
  ) {}

  async run({ copyId }: { copyId: string }): Promise<void> {
    const copy = await this.made.toMake(PersonalCopy, copyId);
    if (copy) await this.made.make(copy, () => this.zip(copy), { underWayFor: null });
  }

  gaveUp({ copyId }: { copyId: string }): Promise<void> {
    return this.made.fail(PersonalCopy, copyId, { underWayFor: null });
  }

  private async zip(copy: PersonalCopy): Promise<StoredFile> {
    const { id, accountId, language, askedAt } = copy;
    const say = this.languages.in(language);
    const { parts, files } = await this.held.about(accountId);
    const total = Object.keys(parts).length + files.length;
    await this.made.say(copy, { total });
    const name = `${say('personal-data.copy.file-name')} ${askedAt.toISOString().slice(0, 10)}.zip`;
    return this.packer.pack({ id, name, purpose: 'personal-copy' }, this.packed(copy, parts, files));
  }

  private async *packed(copy: PersonalCopy, parts: Held['parts'], files: Held['files']): AsyncGenerator<Packed> {
    const { language } = copy;
    yield { name: `${this.languages.in(language)('personal-data.copy.read-me')}.txt`, content: this.readMe(language) };
    for (const [part, records] of Object.entries(parts))
      yield { name: `${part}.json`, content: JSON.stringify(records, null, 2) };
    const taken = new Set<string>();
    for (const [at, { id: fileId, path }] of files.entries()) {
      await this.made.say(copy, { done: Object.keys(parts).length + at });
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
          'publication',
          'completion',
          'credentials',
          'notices',
          'mails',
          'files',
        ] as const
      ).map((part) => `part.${part}` as const),
      'left-out.title',
      ...(['deliberation', 'others', 'password', 'logs'] as const).map((what) => `left-out.${what}` as const),
    ];
    return `${lines.map((key) => say(`personal-data.${key}`)).join('\n\n')}\n`;
  }
}
