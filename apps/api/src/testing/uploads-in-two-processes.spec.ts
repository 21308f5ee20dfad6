import { readProjectWork } from '@libretto/contracts';
import { aBrief } from '../features/programmes/programme.builder';
import { aCourse } from './course';
import { smallPdf } from './small-files';
import { type Caller, describeWhere, TestApp, testMysqlUrl, testRedisUrl } from './test-app';

const bytes = Buffer.from(smallPdf);
const half = Math.floor(bytes.length / 2);

/** Two api processes of one installation behind a proxy, which send each request to either. */
describeWhere(testMysqlUrl && testRedisUrl)('an upload at two processes', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    const redis = { REDIS_URL: testRedisUrl as string };
    one = await TestApp.on(testMysqlUrl, redis);
    other = await again();
  }, 240_000);
  afterAll(async () => {
    await other?.close();
    await one?.close();
  });

  /** Another process on the same database and files. */
  const again = () =>
    TestApp.on(undefined, {
      ...{ REDIS_URL: testRedisUrl as string, DATABASE_URL: one.config.databaseUrl as string },
      FILES_FOLDER: one.config.filesFolder,
    });

  async function begun() {
    const { edition, participants } = await aCourse(one, 1, { projectWork: aBrief({ by: 'person' }) });
    const { caller } = participants[0]!;
    const { headers } = await caller.tus('POST', `/api/editions/${edition.id}/project-work/uploads`, {
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from('work.pdf').toString('base64')}`,
    });
    const isComplete = async (at: Caller) =>
      (await at.call(readProjectWork, { params: { editionId: edition.id } })).body.uploads[0]?.isComplete;
    return { caller, address: String(headers['location']), isComplete };
  }

  const send = (caller: Caller, address: string, from: number, to: number) =>
    caller.tus('PATCH', address, { 'upload-offset': String(from) }, bytes.subarray(from, to));

  it('goes on at the other one, and after a restart', async () => {
    const { caller, address, isComplete } = await begun();
    expect((await send(caller, address, 0, half)).status).toBe(204);
    const elsewhere = caller.at(other.nest);
    expect((await elsewhere.tus('HEAD', address)).headers['upload-offset']).toBe(String(half));
    expect((await send(elsewhere, address, half, half + 10)).status).toBe(204);
    await other.close();
    other = await again();
    const later = caller.at(other.nest);
    expect((await later.tus('HEAD', address)).headers['upload-offset']).toBe(String(half + 10));
    expect((await send(later, address, half + 10, bytes.length)).status).toBe(204);
    expect(await isComplete(caller)).toBe(true);
  }, 120_000);

  it('is written by one of them at a time', async () => {
    const { caller, address, isComplete } = await begun();
    const everywhere = [caller, caller.at(other.nest), caller, caller.at(other.nest)];
    const statuses = (await Promise.all(everywhere.map((at) => send(at, address, 0, bytes.length)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.every((status) => [204, 409, 423].includes(status))).toBe(true);
    expect(await isComplete(caller)).toBe(true);
  });
});
