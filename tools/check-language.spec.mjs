import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { languageFaults } from './check-language.mjs';

describe('the check of the language files', () => {
  const before = process.cwd();
  let folder;
  const put = (file, content) => {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const faults = () => languageFaults();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'libretto-language-'));
    process.chdir(folder);
    const desk = { title: 'Desk', states: { open: 'Open' }, refusals: { late: 'Late by {days}' } };
    put('libs/language/first-words.json', ['desk.title']);
    put('libs/language/en/desk.json', desk);
    put('libs/language/en/certificate.json', { kind: 'Certificate' });
    put('libs/language/it/certificate.json', { kind: 'Certificato' });
    put('libs/language/documents/fr.json', { kind: 'Certificat' });
    put('apps/api/src/kind.ts', `say('certificate.kind')`);
    put('libs/language/it/desk.json', {
      title: 'Banco',
      states: { open: 'Aperto' },
      refusals: { late: 'Tardi: {days}' },
    });
    put('apps/web/src/desk.html', `{{ 'desk.title' | transloco }} {{ \`desk.states.\${state()}\` | transloco }}`);
    put('libs/domain/src/refusals/desk.ts', `export const deskRefusals = { 'desk.late': ['days'] } as const;`);
    put('libs/domain/src/desk.ts', `refuse('desk.late', { days })`);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it('has nothing to say where all is said', () => {
    expect(faults()).toEqual([]);
  });

  it('finds what a language lacks, has too much of, or asks for under another name', () => {
    put('libs/language/it/desk.json', {
      states: { open: 'Aperto', shut: 'Chiuso' },
      refusals: { late: 'Tardi: {giorni}' },
    });
    expect(faults()).toEqual([
      'it: desk.title is missing',
      'it: desk.states.shut is not in en',
      'it: desk.refusals.late uses {giorni}, en uses {days}',
    ]);
  });

  it('finds a sentence that does not parse', () => {
    put('libs/language/it/desk.json', {
      title: 'Banco {',
      states: { open: 'Aperto' },
      refusals: { late: 'Tardi: {days}' },
    });
    expect(faults()).toEqual([expect.stringContaining('it: desk.title does not parse')]);
  });

  it('finds a sentence without a refusal, and one of other numbers', () => {
    put('libs/domain/src/refusals/desk.ts', `{ 'desk.full': ['most'], 'desk.late': ['hours', 'minutes'] }`);
    put('libs/domain/src/desk.ts', `refuse('desk.late'); refuse('desk.early')`);
    const refusals = { early: 'Early', late: 'Late by {days}' };
    for (const language of ['en', 'it'])
      put(`libs/language/${language}/desk.json`, { title: '', states: { open: '' }, refusals });
    expect(faults()).toEqual([
      'en: desk.refusals.late uses {days}, which desk.late does not have',
      'en: desk.refusals.early is no refusal of libs/domain/src/refusals',
    ]);
  });

  it('finds sentences that nobody says, unless a comment says who does', () => {
    put('libs/domain/src/desk.ts', '');
    expect(faults()).toEqual(['en: nothing uses desk.refusals.late']);
    put('libs/domain/src/desk.ts', '// says desk.refusals.* by the code of the answer');
    expect(faults()).toEqual([]);
  });

  it('finds first words that stand for nothing', () => {
    put('libs/language/first-words.json', ['desk', 'desk.title', 'desk.state', 'shelf']);
    expect(faults()).toEqual(['first-words.json: en has no desk.state', 'first-words.json: en has no shelf']);
  });
});
