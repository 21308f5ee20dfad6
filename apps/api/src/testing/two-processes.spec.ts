import { addressOf, askTogether, assignRole, readMe, readPlanning, removeRole, signOut } from '@libretto/contracts';
import { anEditionOf, aPerson } from './fixtures';
import { type Caller, describeWhere, TestApp, testMysqlUrl, testRedisUrl } from './test-app';

/** Two api processes of one installation: what one changes holds in the other at its next request. */
describeWhere(testMysqlUrl && testRedisUrl)('in the other process', () => {
  let one: TestApp;
  let other: TestApp;
  let editionId: string;
  let coordinator: Caller;
  beforeAll(async () => {
    const redis = { REDIS_URL: testRedisUrl as string };
    one = await TestApp.on(testMysqlUrl, redis);
    other = await TestApp.on(undefined, { ...redis, DATABASE_URL: one.config.databaseUrl as string });
    ({ id: editionId } = await anEditionOf(one));
    coordinator = (await aPerson(one, { organisation: 'coordinator' })).caller;
  }, 240_000);
  afterAll(async () => {
    await other?.close();
    await one?.close();
  });

  /** The statuses of the same question there, alone and together with another. */
  async function there(caller: Caller, address: string): Promise<number[]> {
    const { body } = await caller.call(askTogether, { query: { ask: [address, address] } });
    return (body as { status: number }[]).map(({ status }) => status);
  }

  it('a sign-in that was ended is refused at once', async () => {
    const { caller } = await aPerson(one);
    const elsewhere = caller.at(other.nest);
    expect(await there(elsewhere, addressOf(readMe))).toEqual([200, 200]);
    expect((await caller.call(signOut)).status).toBe(204);
    expect(await there(elsewhere, addressOf(readMe))).toEqual([401, 401]);
    expect((await elsewhere.call(readMe)).status).toBe(401);
  });

  it('a role is given, and gone, at once', async () => {
    const { account, caller } = await aPerson(one);
    const elsewhere = caller.at(other.nest);
    const planning = addressOf(readPlanning, { params: { editionId } });
    expect(await there(elsewhere, planning)).toEqual([403, 403]);
    const tutor = { accountId: account.id, role: 'tutor' as const };
    expect((await coordinator.call(assignRole, { params: { editionId }, body: tutor })).status).toBeLessThan(300);
    expect(await there(elsewhere, planning)).toEqual([200, 200]);
    expect((await coordinator.call(removeRole, { params: { editionId, ...tutor } })).status).toBeLessThan(300);
    expect(await there(elsewhere, planning)).toEqual([403, 403]);
  });
});
