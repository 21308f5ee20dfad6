import { beginUpload, dropUpload, handInWork, readProjectWork } from '@libretto/contracts';
import { mostMegabytesOfFile } from '@libretto/domain';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aCourse } from '../../../../testing/course';
import { smallPdf } from '../../../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../../../testing/test-app';
import { Transaction } from '../../../../platform/database/transaction';
import { ResumableUploads } from '../../../../platform/files/resumable/resumable-uploads';
import { FileStore } from '../../../../platform/files/file-store';
import { ArrivingFile } from '../../../../platform/files/resumable/arriving-file.entity';
import { aBrief } from '../../../programmes/programme.builder';
import { UploadsPersonalData } from './uploads-personal-data';

const bytes = Buffer.from(smallPdf);
const half = Math.floor(bytes.length / 2);
const named = (name: string, length = bytes.length) => ({
  'upload-length': String(length),
  'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
});

async function somebody(app: TestApp) {
  const { edition, participants } = await aCourse(app, 2, {
    projectWork: aBrief({ by: 'person', files: { kinds: ['pdf'], least: 0, most: 20 } }),
  });
  const params = { editionId: edition.id };
  const [ana, bruno] = participants as [(typeof participants)[0], (typeof participants)[0]];
  const uploads = `/api/editions/${edition.id}/project-work/uploads`;
  const begin = async (name = 'work.pdf', length?: number) => {
    const { headers } = await ana.caller.tus('POST', uploads, named(name, length));
    return String(headers['location']);
  };
  const read = async () => (await ana.caller.call(readProjectWork, { params })).body.uploads;
  const handIn = (files: string[]) =>
    ana.caller.call(handInWork, { params, body: { files, links: [], text: '', isOriginal: false } });
  return { params, ana, bruno, uploads, begin, read, handIn };
}

const offsetAt = async (caller: Awaited<ReturnType<typeof somebody>>['ana']['caller'], address: string) => {
  const { status, headers } = await caller.tus('HEAD', address);
  return [status, headers['upload-offset'], headers['upload-length']];
};

/** Sends the beginning of a piece over a real connection, which breaks then. */
async function breakOff(app: TestApp, cookie: string, address: string, content: Buffer): Promise<void> {
  const { port } = app.nest.getHttpServer().address() as AddressInfo;
  const headers = {
    ...{ cookie, 'x-libretto': 'web', 'tus-resumable': '1.0.0', 'upload-offset': '0' },
    ...{ 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length },
  };
  const sent = request({ port, path: address, method: 'PATCH', headers });
  sent.on('error', () => undefined);
  sent.write(content);
  await new Promise((resolve) => setTimeout(resolve, 400));
  const closed = new Promise((resolve) => sent.once('close', resolve));
  sent.destroy();
  await closed;
}

const idOf = (address: string) => address.split('/').at(-1) ?? '';

describeOnEachDatabase('an upload of a work', (app) => {
  beforeAll(() => app().nest.listen(0, '127.0.0.1'));
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('goes on where its connection broke, and is handed in', async () => {
    const { ana, begin, read, handIn } = await somebody(app());
    const address = await begin('Ana’s work.pdf');
    expect(await offsetAt(ana.caller, address)).toEqual([200, '0', String(bytes.length)]);
    await breakOff(app(), ana.caller.cookieSent, address, bytes.subarray(0, half));
    expect(await offsetAt(ana.caller, address)).toEqual([200, String(half), String(bytes.length)]);
    expect(await read()).toMatchObject([{ name: 'Ana’s work.pdf', arrived: half, isComplete: false }]);
    expect((await handIn([idOf(address)])).body.code).toBe('project-work.upload-not-complete');
    const rest = { 'upload-offset': String(half) };
    expect((await ana.caller.tus('PATCH', address, rest, bytes.subarray(half))).status).toBe(204);
    expect(await read()).toMatchObject([{ arrived: bytes.length, isComplete: true }]);
    expect((await handIn([idOf(address)])).status).toBe(201);
    expect(await read()).toEqual([]);
    expect((await ana.caller.tus('HEAD', address)).status).toBe(404);
  });

  it('is looked at once more if its end was not: the process ended just then', async () => {
    const { ana, begin, read } = await somebody(app());
    const address = await begin();
    await ana.caller.tus('PATCH', address, { 'upload-offset': '0' }, bytes);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(ArrivingFile, { id: idOf(address) }, { type: null, sha256: null }));
    expect(await offsetAt(ana.caller, address)).toEqual([200, String(bytes.length), String(bytes.length)]);
    expect(await read()).toMatchObject([{ isComplete: true }]);
  });

  it('is nobody else’s: they neither see it, nor go on with it, nor drop it, nor hand it in', async () => {
    const { params, bruno, ana, begin, read } = await somebody(app());
    const address = await begin();
    for (const [method, headers, content] of [
      ['HEAD', {}],
      ['PATCH', { 'upload-offset': '0' }, bytes],
    ] as const)
      expect((await bruno.caller.tus(method, address, headers, content)).status).toBe(404);
    const drop = { params: { ...params, uploadId: idOf(address) } };
    expect((await bruno.caller.call(dropUpload, drop)).status).toBe(404);
    expect((await app().visitor().tus('HEAD', address)).status).toBe(401);
    expect(await read()).toMatchObject([{ arrived: 0 }]);
    expect((await ana.caller.call(dropUpload, drop)).status).toBe(204);
    expect(await read()).toEqual([]);
  });

  it('takes bytes at its end only, and no more than were announced', async () => {
    const { ana, begin, read } = await somebody(app());
    const address = await begin();
    const at = (offset: number, content: Buffer) =>
      ana.caller.tus('PATCH', address, { 'upload-offset': String(offset) }, content);
    expect((await at(half, bytes)).status).toBe(409);
    expect((await at(0, bytes.subarray(0, half))).status).toBe(204);
    expect((await at(0, bytes)).status).toBe(409);
    expect((await at(half, Buffer.concat([bytes.subarray(half), Buffer.alloc(10)]))).status).toBe(413);
    expect((await ana.caller.tus('PATCH', address, {}, bytes)).status).toBe(403);
    expect(await read()).toMatchObject([{ isComplete: false }]);
  });

  it('of two requests at once has one: the file is whole', async () => {
    const { ana, begin, read } = await somebody(app());
    const address = await begin();
    const send = () => ana.caller.tus('PATCH', address, { 'upload-offset': '0' }, bytes);
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(await read()).toMatchObject([{ arrived: bytes.length, isComplete: true }]);
  });

  it('is refused before any byte where it is too large, too many, of another kind or not readable', async () => {
    const { params, ana, uploads } = await somebody(app());
    const begin = async (headers: Record<string, string>) => (await ana.caller.tus('POST', uploads, headers)).body;
    const most = mostMegabytesOfFile * 1024 * 1024;
    expect((await begin(named('a.pdf', most + 1))).code).toBe('project-work.file-too-large');
    expect((await begin(named('a.docx'))).code).toBe('project-work.file-kind-not-asked');
    expect((await begin(named('a.pdf', 0))).code).toBe('common.file-is-empty');
    for (const headers of [
      {},
      { 'upload-length': '10' },
      { ...named('a.pdf'), 'upload-length': '-1' },
      { ...named('a.pdf'), 'upload-length': '1e3' },
      { ...named('a.pdf'), 'upload-metadata': 'filename !!!' },
      { ...named('a.pdf'), 'upload-metadata': '__proto__ YQ==' },
    ])
      expect((await begin(headers as never)).code).toBe('common.upload-not-readable');
    expect((await ana.caller.tus('POST', uploads, { ...named('a.pdf'), 'tus-resumable': '2.0.0' })).status).toBe(400);
    expect(await app().rows(ArrivingFile, { accountId: ana.account.id })).toEqual([]);
    for (let at = 0; at < 5; at += 1)
      expect((await ana.caller.tus('POST', uploads, named('a.pdf', most))).status).toBe(201);
    expect((await begin(named('a.pdf'))).code).toBe('project-work.uploads-full');
    // Many at once do not get past it either.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(ArrivingFile, { accountId: ana.account.id }));
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => ana.caller.send(beginUpload, { params }, { name: 'a.pdf', content: bytes })),
    );
    expect(begun.filter(({ status }) => status < 300)).toHaveLength(8);
  });

  it('keeps the name as text, without a folder and without what hides', async () => {
    const { ana, begin, read } = await somebody(app());
    for (const name of ['../../etc/passwd.pdf', 'a\u202Egpj.pdf', '<img src=x>.pdf', `${'x'.repeat(500)}.pdf`])
      expect((await ana.caller.tus('HEAD', await begin(name))).status).toBe(200);
    const names = (await read()).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['_.._etc_passwd.pdf', 'agpj.pdf', '<img src=x>.pdf']);
    expect(names[3]).toHaveLength(200);
    const files = await readdir(app().config.filesFolder);
    expect(files.every((name) => /^[0-9a-f-]{36}(\.view)?$/.test(name))).toBe(true);
  });

  it('that turns out to be something else is refused at its end, and gone', async () => {
    const { ana, begin, read } = await somebody(app());
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(bytes.length - 2, 1)]);
    const address = await begin();
    const { status, body } = await ana.caller.tus('PATCH', address, { 'upload-offset': '0' }, program);
    expect([status, body.code]).toEqual([415, 'common.file-type-not-taken']);
    expect(await read()).toEqual([]);
    expect(await readdir(app().config.filesFolder)).not.toContain(idOf(address));
  });

  it('is in the copy of its owner’s data, and the file once it has come', async () => {
    const { params, ana, bruno, begin } = await somebody(app());
    await begin('half.pdf');
    const address = await begin('<b>whole.pdf');
    await ana.caller.tus('PATCH', address, { 'upload-offset': '0' }, bytes);
    const { uploads, files } = await app().get(UploadsPersonalData).about(ana.account.id);
    expect(uploads).toMatchObject([
      { editionId: params.editionId, brief: 'project-work', name: 'half.pdf', isComplete: false },
      { name: '<b>whole.pdf', bytes: bytes.length, isComplete: true },
    ]);
    expect(files).toEqual([{ id: idOf(address), path: expect.stringMatching(/^uploads\/.*whole.*\.pdf$/) }]);
    expect(await app().get(FileStore).read(idOf(address))).toEqual(bytes);
    expect(await app().get(UploadsPersonalData).about(bruno.account.id)).toEqual({ uploads: [], files: [] });
  });

  it('that nobody went on with is over after a week, and erased by the daily job', async () => {
    const { ana, begin, read, handIn } = await somebody(app());
    const address = await begin();
    const { headers } = await ana.caller.tus('PATCH', address, { 'upload-offset': '0' }, bytes.subarray(0, half));
    expect(headers['upload-expires']).toBe('Mon, 30 Nov 2026 09:00:00 GMT');
    app().clock.set(new Date('2026-11-30T09:01:00Z'));
    const rest = await ana.caller.tus('PATCH', address, { 'upload-offset': String(half) }, bytes.subarray(half));
    expect([rest.status, rest.body.code]).toEqual([410, 'common.upload-gone']);
    expect(await read()).toEqual([]);
    expect((await handIn([idOf(address)])).body.code).toBe('common.upload-gone');
    expect(await readdir(app().config.filesFolder)).toContain(idOf(address));
    await app().get(ResumableUploads).clear();
    expect(await app().rows(ArrivingFile, { id: idOf(address) })).toEqual([]);
    expect(await readdir(app().config.filesFolder)).not.toContain(idOf(address));
    expect((await ana.caller.tus('HEAD', address)).status).toBe(404);
  });
});
