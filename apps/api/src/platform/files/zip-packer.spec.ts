import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../../testing/test-app';
import { newId } from '../database/new-id';
import { type Packed, ZipPacker } from './zip-packer';

describe('a zip that is being packed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(undefined);
  });
  afterAll(() => app?.close());

  it('leaves nothing when what it packs breaks off', async () => {
    async function* breaksOff(): AsyncGenerator<Packed> {
      yield { name: 'one.txt', content: 'One.' };
      throw new Error('The database is away.');
    }
    const about = { id: newId(), name: 'all.zip', purpose: 'archive' };
    await expect(app.get(ZipPacker).pack(about, breaksOff())).rejects.toThrow('The database is away.');
    expect(readdirSync(join(app.config.dataFolder, 'files'))).toEqual([]);
  });
});
