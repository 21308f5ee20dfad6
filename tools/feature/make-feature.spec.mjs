import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { makeFeature, namesOf } from './make-feature.mjs';

const root = join(import.meta.dirname, '../..');
const made = new Set(['node_modules', 'dist', 'coverage']);

describe('a new feature', () => {
  let folder;
  let files;
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const outcomeOf = (...command) => {
    const { stdout, stderr } = spawnSync('node', command, { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'libretto-feature-'));
    for (const part of [
      'apps',
      'libs',
      'tools',
      'docs',
      'package.json',
      'tsconfig.base.json',
      'jest.preset.cjs',
      '.prettierrc.json',
      '.editorconfig',
    ])
      cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !made.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    files = makeFeature(folder, namesOf('open-day'), new Date('2026-11-30T08:05:30Z'));
    spawnSync('prettier', ['--write', '--log-level', 'warn', ...files], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is named in each spelling, with its article', () => {
    expect(read('apps/api/migrations/20261130T0805-open-days.ts')).toContain('class OpenDays1796025900000 implements');
    expect(read('apps/api/src/features/open-days/open-day.builder.ts')).toContain('anOpenDay(values');
    expect(read('apps/api/src/features/open-days/add-open-day.ts')).toContain('Adds an open day.');
    expect(read('apps/api/src/features/open-days/open-day.entity.ts')).toContain("@Entity('open_day')");
    expect(files.filter((file) => /some[-_ ]thing|[sS]omeThing/.test(file + read(file)))).toEqual([]);
  });

  it('compiles, from the rule to the page', () => {
    for (const app of ['apps/api', 'apps/web']) {
      const its = files.filter((file) => file.startsWith(app) && /open-day.*\.ts$/.test(file));
      // The rest of the application is compiled by the check of types.
      const settings = {
        extends: './tsconfig.json',
        include: ['src/**/*.d.ts'],
        files: its.map((file) => relative(app, file)),
      };
      writeFileSync(join(folder, app, 'tsconfig.made.json'), JSON.stringify(settings));
      expect(outcomeOf('node_modules/typescript-native/bin/tsc', '--noEmit', '-p', `${app}/tsconfig.made.json`)).toBe(
        '',
      );
    }
  }, 300_000);

  it('has a sentence for everything that it says, in every language', () => {
    const faults =
      "import('./tools/check-language.mjs').then((m) => console.log(m.languageFaults({ unused: true }).join()))";
    expect(outcomeOf('-e', faults).trim()).toBe('');
  });

  it('passes the tests of its rule', () => {
    expect(outcomeOf('node_modules/jest/bin/jest.js', '-c', 'libs/domain/jest.config.cjs', 'open-days')).toContain(
      '3 passed',
    );
  });

  it('is made once only, under names that code can have', () => {
    expect(() => makeFeature(folder, namesOf('open-day'), new Date('2026-12-01T08:00:00Z'))).toThrow(
      'is there already',
    );
    for (const name of [undefined, 'Open-Day', 'open day', '../x', '9-days'])
      expect(() => namesOf(name)).toThrow('Name one');
    expect(namesOf('ability', 'abilities')).toEqual({ one: 'ability', many: 'abilities' });
  });
});
