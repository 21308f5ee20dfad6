import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOptions, newDataSource } from './data-source';

describe('the SQLite file', () => {
  it.each([
    ['a production waits until each change is on the disk', false, 2],
    ['a demo until the system has it', true, 1],
  ])('of %s', async (_, demo, synchronous) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'libretto-sqlite-'));
    const source = newDataSource(
      await dataSourceOptions({ databaseUrl: undefined, dataFolder, demo }, { migrations: [], entities: [] }),
    );
    await source.initialize();
    expect(await source.query('PRAGMA synchronous')).toEqual([{ synchronous }]);
    expect(await source.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await source.destroy();
    rmSync(dataFolder, { recursive: true });
  });
});
