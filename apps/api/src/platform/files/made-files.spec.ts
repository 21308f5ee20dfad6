import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityTarget } from 'typeorm';
import { aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { Transaction } from '../database/transaction';
import { FileStore } from './file-store';
import type { ExpiringFile } from './made-file.entity';
import { MadeFiles } from './made-files';
import { StoredFile } from './stored-file.entity';

/** One of the tables that has such files. */
type Copy = ExpiringFile & { accountId: string; underWayFor: string | null };
const kind = 'PersonalCopy' as unknown as EntityTarget<Copy>;

async function asked(app: TestApp): Promise<Copy> {
  const { account } = await aPerson(app);
  const begun = app.get(MadeFiles).askedFor(7);
  await app.build(kind, { ...begun, language: 'en', accountId: account.id, underWayFor: account.id });
  return (await app.get(MadeFiles).toMake(kind, begun.id)) as Copy;
}

const bytesOf =
  (app: TestApp, { id }: Copy) =>
  () =>
    app.get(FileStore).write({ id, name: 'a.txt', type: 'text/plain', purpose: 'copy' }, Buffer.from('all of it'));
const inStore = ({ config }: TestApp, { id }: Copy) => existsSync(join(config.filesFolder, id));
const rowOf = async (app: TestApp, { id }: Copy) => (await app.rows(kind, { id }))[0];

describeOnEachDatabase('a file that a job makes', (app) => {
  const now = new Date('2026-11-23T09:00:00Z');
  beforeEach(() => app().clock.set(now));

  it('is there once, whichever of two runs ends first', async () => {
    const made = app().get(MadeFiles);
    const copy = await asked(app());
    await made.say(copy, { total: 3 });
    const run = () => made.make(copy, bytesOf(app(), copy), { underWayFor: null });
    await Promise.all([run(), run()]);
    expect(await rowOf(app(), copy)).toMatchObject({ state: 'ready', done: 3, total: 3, underWayFor: null });
    expect(await app().rows(StoredFile, { id: copy.id })).toHaveLength(1);
    expect(await made.toMake(kind, copy.id)).toBeNull();
  });

  it('shows that its job failed, and is made at another attempt or when it is asked for again', async () => {
    const made = app().get(MadeFiles);
    const copy = await asked(app());
    const noRoom = () => Promise.reject(new Error('no room'));
    await expect(made.make(copy, noRoom, { underWayFor: null })).rejects.toThrow('no room');
    expect(await rowOf(app(), copy)).toMatchObject({ state: 'failed', underWayFor: null });
    expect(await app().rows(StoredFile, { id: copy.id })).toEqual([]);
    await app()
      .get(Transaction)
      .run(async (tx) => made.askAgain(tx, await tx.lockAll(kind, { id: copy.id })));
    expect(await rowOf(app(), copy)).toMatchObject({ state: 'queued' });
    await expect(made.make(copy, noRoom)).rejects.toThrow('no room');
    await made.make((await made.toMake(kind, copy.id)) as Copy, bytesOf(app(), copy));
    expect(await rowOf(app(), copy)).toMatchObject({ state: 'ready' });
  });

  it('fails without another attempt if nobody may have it any more', async () => {
    const copy = await asked(app());
    await app()
      .get(MadeFiles)
      .make(copy, () => Promise.resolve(null));
    expect(await rowOf(app(), copy)).toMatchObject({ state: 'failed' });
  });

  it('stays ready, and keeps its file, if a run that began with another fails after it', async () => {
    const made = app().get(MadeFiles);
    const copy = await asked(app());
    const late = made.make(copy, async () => {
      await made.make(copy, bytesOf(app(), copy));
      throw new Error('too late');
    });
    await expect(late).rejects.toThrow('too late');
    expect([(await rowOf(app(), copy))?.state, inStore(app(), copy)]).toEqual(['ready', true]);
  });

  it('cannot be asked for again once it is there', async () => {
    const made = app().get(MadeFiles);
    const copy = await asked(app());
    await made.make(copy, bytesOf(app(), copy));
    const again = app()
      .get(Transaction)
      .run(async (tx) => made.askAgain(tx, await tx.lockAll(kind, { id: copy.id })));
    await expect(again).rejects.toMatchObject({ refusal: { refused: 'common.no-such-step' } });
  });

  it('leaves no bytes if it is erased while it is made', async () => {
    const made = app().get(MadeFiles);
    const copy = await asked(app());
    await made.make(copy, async () => {
      await made.erase(kind, [copy.id]);
      return bytesOf(app(), copy)();
    });
    expect([await rowOf(app(), copy), inStore(app(), copy)]).toEqual([undefined, false]);
    expect(await app().rows(StoredFile, { id: copy.id })).toEqual([]);
  });

  it('is not made after its time, and goes with its row and its bytes', async () => {
    const made = app().get(MadeFiles);
    const [copy, late] = [await asked(app()), await asked(app())];
    await made.make(copy, bytesOf(app(), copy));
    app().clock.set(new Date(now.getTime() + 7 * 86_400_000 + 60_000));
    expect(await made.toMake(kind, late.id)).toBeNull();
    await made.erase(kind, [copy.id, late.id]);
    expect([await rowOf(app(), copy), await rowOf(app(), late), inStore(app(), copy)]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    expect(await app().rows(StoredFile, { id: copy.id })).toEqual([]);
  });
});
