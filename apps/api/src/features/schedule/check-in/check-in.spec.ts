import {
  checkIn,
  closeRoll,
  markAttendance,
  readCheckInCode,
  readRoll,
  readRollChanges,
  sayWhetherNear,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { anEditionOf, aParticipant, aPerson, close } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { Attendance } from '../attendance/attendance.entity';
import { anAttendance, aRoom, aSession } from '../session.builder';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';
import { Arrival } from './arrival.entity';

const hour = 3_600_000;

/** A session of two hours that began five minutes ago, or at another time, with a participant and a tutor. */
async function aHall(
  app: TestApp,
  { begins = -5 / 60, roomId = null }: { begins?: number; roomId?: string | null } = {},
  definition = {},
) {
  const edition = await anEditionOf(app, definition);
  const editionId = edition.id;
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const somebody = await aParticipant(app, editionId);
  const at = (hours: number) => new Date(app.clock.now().getTime() + hours * hour);
  const session = aSession({ editionId, roomId, startsAt: at(begins), endsAt: at(begins + 2) });
  await app.build(Session, session);
  const params = { editionId, sessionId: session.id };
  const code = async () => (await tutor.caller.call(readCheckInCode, { params })).body;
  /** What is on the wall: the token of the QR code, and the short code. */
  const wall = async () => {
    const [shown] = (await code()).codes;
    return { token: tokenIn(shown?.address), short: shown?.short ?? '' };
  };
  return { editionId, params, session, tutor, somebody, code, wall };
}

const tokenIn = (address = '') => new URL(address).searchParams.get('code') ?? '';
const send = (caller: Caller, code: string, { device = newId(), waitedSeconds = 0 } = {}) =>
  caller.call(checkIn, { body: { code, device, waitedSeconds } });

describeOnEachDatabase('a check-in', (app) => {
  const later = (seconds: number) => app().clock.set(new Date(app().clock.now().getTime() + seconds * 1000));
  const marksOf = async (sessionId: string) =>
    (await app().rows(Attendance, { sessionId })).map(({ mark, minutesLate }) => ({ mark, minutesLate }));

  it.each(['token', 'short'] as const)('by the %s marks oneself, and says so again to who is in', async (form) => {
    const { params, somebody, wall, session } = await aHall(app());
    const first = await send(somebody.caller, (await wall())[form]);
    expect(first).toMatchObject({ status: 201, body: { session: { id: session.id }, mark: 'present', before: null } });
    const again = await send(somebody.caller, (await wall())[form]);
    expect(again).toMatchObject({ status: 201, body: { mark: 'present', before: 'check-in' } });
    const { token } = await wall();
    later(90);
    expect((await send(somebody.caller, token)).body).toMatchObject({ mark: 'present', before: 'check-in' });
    expect(await app().rows(Attendance, { sessionId: params.sessionId })).toMatchObject([
      { enrolmentId: somebody.enrolment.id, mark: 'present', minutesLate: 0, byAccountId: somebody.account.id },
    ]);
    expect(await app().rows(Arrival, { sessionId: params.sessionId })).toHaveLength(1);
  });

  it('counts once, though five are sent at once', async () => {
    const { params, somebody, wall } = await aHall(app());
    const { token } = await wall();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(somebody.caller, token)));
    expect(answers.map(({ status, body }) => [status, body.mark])).toEqual(Array(5).fill([201, 'present']));
    expect(await marksOf(params.sessionId)).toHaveLength(1);
    expect(await app().rows(Arrival, { sessionId: params.sessionId })).toHaveLength(1);
  });

  it('after the programme’s tolerance is late by all minutes', async () => {
    const terms = { excusedCounts: false, lateCountsMinutes: true, lateAfterMinutes: 4 };
    const { somebody, wall } = await aHall(app(), {}, { attendance: terms });
    expect((await send(somebody.caller, (await wall()).short)).body).toMatchObject({ mark: 'late', minutesLate: 5 });
  });

  it('of somebody who was excused before counts: they came after all; what a tutor marks there stays', async () => {
    const { params, session, somebody, tutor, wall } = await aHall(app());
    const excusedAt = async (at: Date) => {
      await app()
        .get(Transaction)
        .run((tx) => tx.manager.delete(Attendance, { sessionId: session.id }));
      const whose = { sessionId: session.id, enrolmentId: somebody.enrolment.id, byAccountId: tutor.account.id };
      await app().build(Attendance, anAttendance({ ...whose, mark: 'excused', at }));
    };
    await excusedAt(new Date(session.startsAt.getTime() - hour));
    expect((await send(somebody.caller, (await wall()).token)).body).toMatchObject({ mark: 'present', before: null });
    expect(await marksOf(params.sessionId)).toEqual([{ mark: 'present', minutesLate: 0 }]);
    await excusedAt(session.startsAt);
    const { body } = await send(somebody.caller, (await wall()).token);
    expect(body).toMatchObject({ mark: 'excused', before: 'tutor' });
    expect(await marksOf(params.sessionId)).toEqual([{ mark: 'excused', minutesLate: 0 }]);
  });

  it('that is early is told when it opens, and can be repeated', async () => {
    const { params, somebody, wall } = await aHall(app(), { begins: 0.5 });
    const early = await send(somebody.caller, (await wall()).token);
    expect(early).toMatchObject({ status: 409, body: { code: 'check-in.too-early' } });
    expect(early.body.detail).toContain('Check-in opens on');
    expect(await app().rows(Arrival, { sessionId: params.sessionId })).toEqual([]);
    later(16 * 60);
    expect((await send(somebody.caller, (await wall()).token)).body).toMatchObject({ mark: 'present', before: null });
  });

  it('is over when the session is, when its roll is closed, and in a closed edition', async () => {
    const { editionId, params, somebody, tutor, wall, code } = await aHall(app());
    const { token } = await wall();
    const other = await aParticipant(app(), editionId);
    for (const { enrolment } of [somebody, other])
      await tutor.caller.call(markAttendance, {
        params: { ...params, enrolmentId: enrolment.id },
        body: { mark: 'absent' },
      });
    await tutor.caller.call(closeRoll, { params });
    expect((await code()).codes).toEqual([]);
    const late = await aParticipant(app(), editionId);
    expect((await send(late.caller, token)).body.code).toBe('check-in.over');

    const second = await aHall(app());
    const shown = await second.wall();
    await close(app(), second.editionId);
    expect((await send(second.somebody.caller, shown.token)).body.code).toBe('editions.is-closed');

    const third = await aHall(app(), { begins: -2 + 5 / 3600 });
    const last = await third.wall();
    later(6);
    expect((await send(third.somebody.caller, last.token)).body.code).toBe('check-in.over');
    expect(await marksOf(third.params.sessionId)).toEqual([]);
  });

  it('never changes the mark of a tutor, and says which one it is', async () => {
    const { params, somebody, tutor, wall } = await aHall(app());
    const of = { ...params, enrolmentId: somebody.enrolment.id };
    await tutor.caller.call(markAttendance, { params: of, body: { mark: 'absent' } });
    const answer = await send(somebody.caller, (await wall()).token);
    expect(answer).toMatchObject({ status: 201, body: { mark: 'absent', before: 'tutor' } });
    expect(await marksOf(params.sessionId)).toEqual([{ mark: 'absent', minutesLate: 0 }]);
    // That they were there is written down all the same.
    expect(await app().rows(Arrival, { sessionId: params.sessionId })).toHaveLength(1);
  });

  it('gives way to the tutor, in whatever order both come', async () => {
    const { params, somebody, tutor, wall } = await aHall(app());
    const of = { ...params, enrolmentId: somebody.enrolment.id };
    const { token } = await wall();
    const marking = () => tutor.caller.call(markAttendance, { params: of, body: { mark: 'excused' } });
    const answers = await Promise.all([
      send(somebody.caller, token),
      marking(),
      send(somebody.caller, token),
      marking(),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 201, 200]);
    expect(await marksOf(params.sessionId)).toEqual([{ mark: 'excused', minutesLate: 0 }]);
  });

  it.each([
    ['the one before', 20, 0, 201, undefined],
    ['an older one', 45, 0, 409, 'check-in.code-changed'],
    ['a kept one', 400, 395, 201, undefined],
    ['one kept for less than it is old', 400, 300, 409, 'check-in.code-changed'],
    ['one kept too long', 700, 700, 409, 'check-in.kept-too-long'],
    ['a very old one', 3000, 0, 409, 'check-in.code-unknown'],
  ])('by %s', async (_, seconds, waitedSeconds, status, refused) => {
    const { params, somebody, wall } = await aHall(app());
    // The next rotation has just begun.
    later(15 - ((app().clock.now().getTime() / 1000) % 15));
    const { token, short } = await wall();
    later(seconds);
    for (const code of [token, short]) {
      const answer = await send(somebody.caller, code, { waitedSeconds });
      expect([answer.status, answer.body.code]).toEqual([status, refused]);
    }
    const arrivals = await app().rows(Arrival, { sessionId: params.sessionId });
    expect(arrivals.map((one) => Math.round((one.arrivedAt.getTime() - one.scannedAt.getTime()) / 1000))).toEqual(
      status === 201 ? [waitedSeconds] : [],
    );
  });

  it('that was kept counts from the moment of the scan', async () => {
    const { somebody, wall } = await aHall(app(), { begins: -8 / 60 });
    const { token } = await wall();
    later(300);
    const answer = await send(somebody.caller, token, { waitedSeconds: 300 });
    expect(answer.body).toMatchObject({ mark: 'present', minutesLate: 0 });
  });

  it.each(['', '<script>', 'CDFHJK', 'A'.repeat(38), '_'.repeat(38), '💥'.repeat(19)])(
    'by something made up is refused: “%s”',
    async (code) => {
      const { params, somebody } = await aHall(app());
      const answer = await send(somebody.caller, code);
      expect([answer.status, answer.body.code]).toEqual(
        code ? [409, 'check-in.code-unknown'] : [422, 'common.bad-input'],
      );
      expect(await marksOf(params.sessionId)).toEqual([]);
    },
  );

  it('to another edition, or by nobody’s or a tutor’s account, is refused', async () => {
    const { params, wall, tutor } = await aHall(app());
    const elsewhere = await aHall(app());
    const shown = await wall();
    const { caller } = elsewhere.somebody;
    expect((await send(caller, shown.token)).body.code).toBe('check-in.not-enrolled');
    // A short code is one of the sessions of the person who types it.
    expect((await send(caller, shown.short)).body.code).toBe('check-in.code-unknown');
    expect((await send(tutor.caller, shown.token)).body.code).toBe('check-in.not-enrolled');
    expect((await send(app().visitor(), shown.token)).status).toBe(401);
    // A signature is that of its session.
    const signature = shown.token.slice(22);
    const own = (await elsewhere.wall()).token.slice(0, 22);
    expect((await send(caller, own + signature)).body.code).toBe('check-in.code-unknown');
    expect(await marksOf(params.sessionId)).toEqual([]);
  });

  it('is not for whoever is in the edition but may not see the code', async () => {
    const { params, somebody } = await aHall(app());
    expect((await somebody.caller.call(readCheckInCode, { params })).status).toBe(403);
  });

  describe('at a venue that asks whether people are near', () => {
    const venue = { venue: 'Ateneo <b>', coordinates: '41.9010, 12.4956', radius: 200 };
    async function aHallInARoom(values: Partial<Room> = venue) {
      const [room] = await app().build(Room, aRoom(values));
      const hall = await aHall(app(), { roomId: room!.id });
      const say = (isNear: boolean, { caller }: { caller: Caller } = hall.somebody, params = hall.params) =>
        caller.call(sayWhetherNear, { params, body: { isNear } });
      const seen = async () => {
        const [roll, changes] = await Promise.all([
          hall.tutor.caller.call(readRoll, { params: hall.params }),
          hall.tutor.caller.call(readRollChanges, { params: hall.params }),
        ]);
        return [roll.body.people.map(({ wasNear }) => wasNear), changes.body.notes.map(({ isAway }) => isAway)];
      };
      return { ...hall, say, seen };
    }

    it('says where it is, and shows the tutor near or not, of those who have shown it', async () => {
      const { params, somebody, wall, say, seen } = await aHallInARoom();
      const { body } = await send(somebody.caller, (await wall()).token);
      expect(body.near).toEqual(venue);
      expect(await seen()).toEqual([[null], []]);
      expect((await say(false)).status).toBe(204);
      expect(await seen()).toEqual([[false], [true]]);
      expect((await send(somebody.caller, (await wall()).token)).body.near).toEqual(venue);
      // Whoever was near once has been there, whatever is said meanwhile.
      await Promise.all([say(true), say(false), say(true), say(false)]);
      expect((await say(false)).status).toBe(204);
      expect(await seen()).toEqual([[true], []]);
      expect((await send(somebody.caller, (await wall()).token)).body.near).toBeNull();
      expect(await app().rows(Arrival, { sessionId: params.sessionId })).toMatchObject([{ wasNear: true }]);
      expect(await marksOf(params.sessionId)).toEqual([{ mark: 'present', minutesLate: 0 }]);
    });

    it('is told by those who are in, while one can check in', async () => {
      const { params, somebody, tutor, wall, say, session } = await aHallInARoom();
      expect((await say(true)).body).toMatchObject({ code: 'check-in.not-in' });
      const stranger = await aHall(app());
      expect((await say(true, stranger.somebody)).status).toBe(403);
      expect((await say(true, tutor)).status).toBe(403);
      const elsewhere = { ...params, sessionId: stranger.session.id };
      expect((await say(true, somebody, elsewhere)).status).toBe(404);
      await send(somebody.caller, (await wall()).token);
      app().clock.set(session.endsAt);
      expect((await say(true)).body).toMatchObject({ code: 'check-in.over' });
      expect(await app().rows(Arrival, { sessionId: params.sessionId })).toMatchObject([{ wasNear: null }]);
    });

    it.each([
      ['without a radius', { ...venue, radius: 0 }],
      ['without coordinates', { ...venue, coordinates: '' }],
    ])('asks nobody %s', async (_, room) => {
      const { somebody, wall, say } = await aHallInARoom(room);
      expect((await send(somebody.caller, (await wall()).token)).body.near).toBeNull();
      expect((await say(true)).body).toMatchObject({ code: 'check-in.no-radius' });
    });
  });

  it('is not tried without end: neither by one person nor from one device', async () => {
    const { editionId, somebody, wall } = await aHall(app());
    for (let n = 0; n < 20; n += 1) await send(somebody.caller, 'CDFHJK');
    expect((await send(somebody.caller, (await wall()).token)).status).toBe(429);
    const device = newId();
    const people = await Promise.all(Array.from({ length: 21 }, () => aParticipant(app(), editionId)));
    const { token } = await wall();
    const statuses: number[] = [];
    for (const { caller } of people) statuses.push((await send(caller, token, { device })).status);
    expect(statuses).toEqual([...Array(20).fill(201), 429]);
  });
});
