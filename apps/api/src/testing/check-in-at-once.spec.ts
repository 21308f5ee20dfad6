import { setTimeout as pause } from 'node:timers/promises';
import { checkIn, followRoll, markAttendance, readCheckInCode, readRoll, readRollChanges } from '@libretto/contracts';
import { Arrival } from '../features/schedule/check-in/arrival.entity';
import { Attendance } from '../features/schedule/attendance/attendance.entity';
import { aSession } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { newId } from '../platform/database/new-id';
import { anEditionOf, aParticipant, aPerson } from './fixtures';
import { describeWhere, TestApp, testMysqlUrl, testRedisUrl } from './test-app';

const people = 300;

describeWhere(testMysqlUrl && testRedisUrl)('a hall that checks in within one rotation, at two processes', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    const redis = { REDIS_URL: testRedisUrl as string };
    one = await TestApp.on(testMysqlUrl, redis);
    const shared = { DATABASE_URL: one.config.databaseUrl as string, SECRET: one.config.secret };
    other = await TestApp.on(undefined, { ...redis, ...shared });
    other.clock.set(one.clock.now());
  }, 240_000);
  afterAll(async () => {
    await other?.close();
    await one?.close();
  });

  /** A session that has just begun, with as many participants, and a tutor. */
  async function aHall(participants: number) {
    const { id: editionId } = await anEditionOf(one);
    const tutor = await aPerson(one, { editions: [{ editionId, role: 'tutor' }] });
    const all = [];
    for (let n = 0; n < participants; n += 1) all.push(await aParticipant(one, editionId));
    const now = one.clock.now();
    const session = aSession({ editionId, startsAt: now, endsAt: new Date(now.getTime() + 7_200_000) });
    await one.build(Session, session);
    return { params: { editionId, sessionId: session.id }, sessionId: session.id, tutor, participants: all };
  }

  const until = async (isSo: () => boolean, ms: number) => {
    const began = performance.now();
    while (!isSo() && performance.now() - began < ms) await pause(10);
    return performance.now() - began;
  };

  it('is marked, each once, and whoever looks on at the other process sees all of it within a second', async () => {
    const { params, sessionId, tutor, participants } = await aHall(people);
    const elsewhere = tutor.caller.at(other.nest);
    const stream = await elsewhere.follow(followRoll, { params });
    await until(() => stream.lines.length > 0, 2000);
    expect(stream.lines).toEqual(['data: changed']);
    const { body: shown } = await tutor.caller.call(readCheckInCode, { params });
    const [code] = shown.codes;
    const token = new URL(code?.address as string).searchParams.get('code') as string;

    const answers = await Promise.all(
      participants.map(({ caller }, n) =>
        (n % 2 ? caller : caller.at(other.nest)).call(checkIn, {
          body: { code: n % 3 ? token : (code?.short as string), device: newId() },
        }),
      ),
    );
    const toldBefore = stream.lines.length;
    expect(answers.map(({ status, body }) => [status, body.mark, body.before])).toEqual(
      Array(people).fill([201, 'present', null]),
    );
    const enrolmentIds = participants.map(({ enrolment }) => enrolment.id).sort();
    const marked = await one.rows(Attendance, { sessionId });
    expect(marked.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(enrolmentIds);
    expect((await one.rows(Arrival, { sessionId })).length).toBe(people);

    // The last change is heard there, and what is read then has everybody.
    expect(await until(() => stream.lines.length > toldBefore, 1000)).toBeLessThan(1000);
    const changes = await elsewhere.call(readRollChanges, { params, query: { since: shown.session.startsAt } });
    expect(changes.body).toMatchObject({ enrolled: people, missing: 0, notes: [] });
    expect(changes.body.marks.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(enrolmentIds);
    expect(changes.statements).toBeLessThanOrEqual(8);
    expect((await elsewhere.call(readCheckInCode, { params })).body.people).toEqual({ in: people, enrolled: people });
    stream.close();
  }, 120_000);

  it('shows the tutor scans that were sent later and two people on one device', async () => {
    const { params, tutor, participants } = await aHall(4);
    const { body } = await tutor.caller.call(readCheckInCode, { params });
    const code = body.codes[0]?.short as string;
    const lent = newId();
    const [first, second, alone, kept] = participants;
    for (const somebody of [first, second, alone])
      await somebody?.caller.call(checkIn, { body: { code, device: somebody === alone ? newId() : lent } });
    one.clock.set(new Date(one.clock.now().getTime() + 240_000));
    const sent = await kept?.caller.call(checkIn, { body: { code, device: newId(), waitedSeconds: 240 } });
    expect(sent?.status).toBe(201);
    const { body: changes } = await tutor.caller.call(readRollChanges, { params });
    expect(changes.notes).toMatchObject([
      { enrolmentId: first?.enrolment.id, sentLaterSeconds: null, sharedWith: ['Ana Kovač'] },
      { enrolmentId: second?.enrolment.id, sentLaterSeconds: null, sharedWith: ['Ana Kovač'] },
      { enrolmentId: kept?.enrolment.id, sentLaterSeconds: 240, sharedWith: [] },
    ]);
    one.clock.set(other.clock.now());
  });

  it('is told of a tutor’s marks, and of nothing that was refused or is about another session', async () => {
    const { params, tutor, participants } = await aHall(1);
    const elsewhere = await aHall(1);
    const stream = await tutor.caller.at(other.nest).follow(followRoll, { params });
    await until(() => stream.lines.length > 0, 2000);
    const mark = ({ params: of, participants: [somebody] }: Awaited<ReturnType<typeof aHall>>, caller = tutor.caller) =>
      caller.call(markAttendance, {
        params: { ...of, enrolmentId: somebody?.enrolment.id as string },
        body: { mark: 'present' },
      });
    expect((await mark(elsewhere, elsewhere.tutor.caller)).status).toBe(200);
    expect((await mark(elsewhere)).status).toBe(403);
    await pause(400);
    expect(stream.lines).toEqual(['data: changed']);
    expect((await mark({ ...elsewhere, params, participants })).status).toBe(200);
    expect(await until(() => stream.lines.length > 1, 1000)).toBeLessThan(1000);
    const { body } = await tutor.caller.at(other.nest).call(readRoll, { params });
    expect(body.people.map(({ mark: given }) => given)).toEqual(['present']);
    stream.close();
  });

  it('lets nobody open streams without end, and nobody at all who may not take the roll', async () => {
    const { params, tutor, participants } = await aHall(1);
    const streams = [];
    for (let n = 0; n < 8; n += 1) streams.push(await tutor.caller.follow(followRoll, { params }));
    expect((await tutor.caller.call(followRoll, { params })).status).toBe(429);
    streams.pop()?.close();
    await pause(50);
    expect((await tutor.caller.call(followRoll, { params })).status).toBe(200);
    for (const stream of streams) stream.close();
    expect((await participants[0]?.caller.call(followRoll, { params }))?.status).toBe(403);
    expect((await one.visitor().call(followRoll, { params })).status).toBe(401);
  });
});
