import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logCommand } from './log-command';
import { exitCodes } from './verify-command';
import { languages } from './languages';

const folder = mkdtempSync(join(tmpdir(), 'log-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command that watches a log', () => {
  it('takes what was kept and cannot be read for no first look: it asks nothing and writes nothing', async () => {
    const said: string[] = [];
    const around = { languages, locale: 'en', now: new Date(), write: (text: string) => void said.push(text) };
    const code = await logCommand(['check', 'https://libretto.invalid/log', '--kept', folder], around);
    expect([code, said.join('')]).toEqual([
      exitCodes.unreadable,
      `Not checked: ${folder} isn’t a checkpoint of this log.\n`,
    ]);
  });
});
