import { type AttendanceMark } from '@libretto/domain';
import {
  closeRoll,
  correctAttendance,
  declareSelfStudy,
  markAttendance,
  markMany,
  type ProgrammeDefinition,
  readRoll,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { OutboxRow } from '../../../platform/database/outbox-row.entity';
import { aColleague, aCoordinator, anEnrolmentIn, aParticipant } from '../../../testing/fixtures';
import { aRoll } from '../../../testing/a-roll';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { AttendanceQueries } from './attendance-queries';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { aSession, held } from '../session.builder';
import { Session } from '../timetable/session.entity';

describeOnEachDatabase('rolls', (app) => {
  it('are saved as one goes, and write minutes only when closed', async () => {
    const { mark, close, ledger, params, tutor } = await aRoll(app(), 4);
    for (const [n, given] of (['present', 'late', 'excused', 'absent'] as const).entries())
      expect((await mark(n, given)).status).toBe(200);
    expect(await ledger(0)).toEqual([]);
    const open = await tutor.caller.call(readRoll, { params });
    expect(open.body.people.map(({ mark: given }) => given)).toEqual(['present', 'late', 'excused', 'absent']);
    expect(open.body.can).toEqual({ mark: true, close: true, correct: false });

    expect((await close()).status).toBe(204);
    expect(await Promise.all([0, 1, 2, 3].map(ledger))).toEqual([[120], [120], [], []]);
    expect(await app().rows(Session, { id: params.sessionId })).toMatchObject([
      { state: 'held', rollClosedBy: tutor.account.id },
    ]);
    const closed = await tutor.caller.call(readRoll, { params });
    expect(closed.body).toMatchObject({ closedBy: 'Ana Kovač', can: { mark: false, close: false, correct: true } });
  });

  it('close once, though five try at once, and write once', async () => {
    const { mark, close, ledger } = await aRoll(app());
    await mark(0, 'present');
    await mark(1, 'present');
    const answers = await Promise.all(Array.from({ length: 5 }, close));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.code === 'schedule.roll-closed')).toHaveLength(4);
    expect(await ledger(0)).toEqual([120]);
  });

  it('of the same people close at once while those people declare self-study, and nothing is lost', async () => {
    const { edition, close, enrolmentOf, ledger, mark, participants, tutor } = await aRoll(app(), 6);
    const at = (hours: number) => new Date(app().clock.now().getTime() + hours * 3_600_000);
    const [other] = await app().build(Session, aSession({ editionId: edition.id, startsAt: at(-3), endsAt: at(-2) }));
    const params = { editionId: edition.id, sessionId: other!.id };
    for (const n of participants.keys()) {
      await mark(n, 'present');
      await tutor.caller.call(markAttendance, {
        params: { ...params, enrolmentId: enrolmentOf(n) },
        body: { mark: 'present' },
      });
    }
    const declare = ({ caller }: (typeof participants)[number]) =>
      caller.call(declareSelfStudy, {
        params: { editionId: edition.id, moduleNumber: 1 },
        body: { entryId: newId(), from: '2026-11-20', minutes: 30 },
      });
    const answers = await Promise.all([
      close(),
      tutor.caller.call(closeRoll, { params }),
      ...participants.map(declare),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    for (const n of participants.keys())
      expect((await ledger(n)).toSorted((one, two) => one - two)).toEqual([30, 60, 120]);
  });

  it('ask nothing of those who were enrolled after the session began', async () => {
    const { close, edition, tutor, params, session, mark } = await aRoll(app(), 2);
    const person = await aColleague(app(), { editions: [{ editionId: edition.id, role: 'participant' }] });
    const late = await anEnrolmentIn(app(), edition.id, person, {
      enrolledAt: new Date(session.startsAt.getTime() + 1000),
    });
    const read = async () => (await tutor.caller.call(readRoll, { params })).body;
    expect(await read()).toMatchObject({ enrolled: 3, missing: 2 });
    expect((await read()).people.map(({ isEarlier }) => isEarlier).toSorted()).toEqual([false, false, true]);
    await mark(0, 'absent');
    const others = { params, body: { mark: 'present' as const, marked: 'none' as const } };
    expect((await tutor.caller.call(markMany, others)).body.people).toBe(1);
    expect(await read()).toMatchObject({ missing: 0 });
    expect((await close()).status).toBe(204);
    expect(await app().rows(Attendance, { enrolmentId: late.id })).toEqual([]);
  });

  it('do not close while somebody has no mark', async () => {
    const { mark, close, ledger } = await aRoll(app(), 3);
    await mark(0, 'present');
    expect((await close()).body).toMatchObject({ code: 'schedule.roll-incomplete', numbers: { missing: 2 } });
    expect(await ledger(0)).toEqual([]);
  });

  it('keep one mark per person, the last one, whoever presses twice', async () => {
    const { mark, session, enrolmentOf } = await aRoll(app());
    await Promise.all([mark(0, 'present'), mark(0, 'present'), mark(0, 'present')]);
    await mark(0, 'absent');
    expect(await app().rows(Attendance, { sessionId: session.id, enrolmentId: enrolmentOf(0) })).toMatchObject([
      { mark: 'absent' },
    ]);
  });

  it('count minutes late where the programme says so', async () => {
    const { mark, close, ledger } = await aRoll(app(), 2, {
      attendance: { excusedCounts: false, lateCountsMinutes: true },
    });
    expect((await mark(0, 'late')).body).toEqual({ mark: 'late', minutesLate: 60 });
    expect((await mark(1, 'late', 25)).body).toEqual({ mark: 'late', minutesLate: 25 });
    await close();
    expect([await ledger(0), await ledger(1)]).toEqual([[60], [95]]);
  });

  it.each([
    ['it was cancelled', { state: 'cancelled' as const }, 'schedule.session-cancelled'],
    ['its roll is closed', { state: 'held' as const }, 'schedule.roll-closed'],
    [
      'it is tomorrow',
      { startsAt: new Date('2026-11-24T13:00:00Z'), endsAt: new Date('2026-11-24T15:00:00Z') },
      'schedule.roll-not-open-yet',
    ],
  ])('take no mark where %s', async (_, values, code) => {
    const { mark, session } = await aRoll(app(), 1, {}, values);
    expect((await mark(0, 'present')).body.code).toBe(code);
    expect(await app().rows(Attendance, { sessionId: session.id })).toEqual([]);
  });

  it('write all of it or nothing: marks, minutes and the closing are one commit', async () => {
    const { mark, close, ledger, params } = await aRoll(app(), 1);
    await mark(0, 'present');
    const before = (await app().rows(OutboxRow)).length;
    await close();
    await close();
    expect(await ledger(0)).toEqual([120]);
    expect(await app().rows(Session, { id: params.sessionId })).toMatchObject([{ state: 'held' }]);
    expect((await app().rows(OutboxRow)).length - before).toBeLessThanOrEqual(1);
  });

  describe('once closed', () => {
    const closed = async (definition: Partial<ProgrammeDefinition> = {}) => {
      const roll = await aRoll(app(), 2, definition);
      await roll.mark(0, 'absent');
      await roll.mark(1, 'present');
      await roll.close();
      return roll;
    };

    it('are corrected with a reason, and the ledger takes back what it said', async () => {
      const { correct, ledger, params, tutor } = await closed();
      expect((await correct(0, 'present')).status).toBe(204);
      expect((await correct(1, 'absent')).status).toBe(204);
      expect((await correct(1, 'late')).status).toBe(204);
      expect([await ledger(0), await ledger(1)]).toEqual([[120], [120, -120, 120]]);
      const { body } = await tutor.caller.call(readRoll, { params });
      expect(body.people[1]).toMatchObject({
        mark: 'late',
        changes: [
          { from: 'present', to: 'absent', reason: 'Came in by the other door.', by: 'Ana Kovač' },
          { from: 'absent', to: 'late' },
        ],
      });
    });

    it('are not corrected to what they say, nor without a reason', async () => {
      const { correct, markOf, params, session, tutor } = await closed();
      expect((await correct(1, 'present')).body.code).toBe('schedule.same-mark');
      const noReason = {
        params,
        body: { marks: [markOf(1)], mark: 'absent' as const, reason: ' ' },
      };
      expect((await tutor.caller.call(correctAttendance, noReason)).body.code).toBe('common.bad-input');
      expect(await app().rows(AttendanceChange, { sessionId: session.id })).toEqual([]);
    });

    it('are corrected for several people and sessions at once: all of them, or nobody', async () => {
      const { edition, correct, ledger, markOf, params, tutor, participants, session } = await closed();
      const hour = (n: number) => new Date(app().clock.now().getTime() + n * 3_600_000);
      const [other, open] = await app().build(
        Session,
        aSession({ editionId: edition.id, startsAt: hour(-5), endsAt: hour(-4), ...held(tutor.account.id, hour(-3)) }),
        aSession({ editionId: edition.id, startsAt: hour(-1), endsAt: hour(0) }),
      );
      const at = ({ id }: Session) => [0, 1].map((n) => ({ ...markOf(n), sessionId: id }));
      const several = (marks: object[], mark: AttendanceMark = 'present') =>
        tutor.caller.call(correctAttendance, { params, body: { marks, mark, reason: 'A list came late.' } as never });
      expect((await several([...at(session), ...at(open!)])).body.code).toBe('schedule.roll-still-open');
      const there = await aRoll(app(), 1);
      expect((await several([...at(session), there.markOf(0)])).status).toBe(404);
      expect(await app().rows(AttendanceChange, { sessionId: session.id })).toEqual([]);
      expect((await several([...at(session), ...at(other!)])).status).toBe(204);
      // The one of the first session who was present already has no correction.
      expect(await app().rows(AttendanceChange, { sessionId: session.id })).toMatchObject([{ from: 'absent' }]);
      expect(await app().rows(AttendanceChange, { sessionId: other!.id })).toHaveLength(2);
      expect([await ledger(0), await ledger(1)]).toEqual([
        [120, 60],
        [120, 60],
      ]);
      expect((await several([...at(session), ...at(other!)])).body.code).toBe('schedule.same-mark');
      // Ten at once, in both orders: each person's ledger says what the last one said.
      const marks = [...at(session), ...at(other!)];
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => several(n % 2 ? marks : marks.toReversed(), n % 2 ? 'absent' : 'late')),
      );
      expect(answers.every(({ status }) => status === 204 || status === 409)).toBe(true);
      const worth = { present: 180, late: 180, absent: 0, excused: 0 };
      for (const [n, { enrolment }] of participants.entries()) {
        const [last] = await app().rows(Attendance, { sessionId: session.id, enrolmentId: enrolment.id });
        expect((await ledger(n)).reduce((sum, minutes) => sum + minutes, 0)).toBe(worth[last!.mark]);
      }
      expect((await correct(0, 'excused')).status).toBe(204);
    });

    it('are final for tutors after five days, not for a coordinator', async () => {
      const { correct, session } = await closed();
      const longAgo = new Date(app().clock.now().getTime() - 6 * 86_400_000);
      await app()
        .get(Transaction)
        .run(({ manager }) => manager.update(Session, session.id, { rollClosedAt: longAgo }));
      expect((await correct(0, 'present')).body.code).toBe('schedule.roll-final');
      expect((await correct(0, 'present', await aCoordinator(app()))).status).toBe(204);
    });

    it('take in somebody who joined afterwards', async () => {
      const { edition, params, session, tutor } = await closed();
      const late = await aParticipant(app(), edition.id);
      const asked = {
        params,
        body: {
          marks: [{ sessionId: session.id, enrolmentId: late.enrolment.id }],
          mark: 'excused' as const,
          reason: 'Enrolled later.',
        },
      };
      expect((await tutor.caller.call(correctAttendance, asked)).status).toBe(204);
      expect(await app().rows(AttendanceChange, { sessionId: session.id })).toMatchObject([
        { from: null, to: 'excused' },
      ]);
    });
  });

  it('are corrected only once they are closed', async () => {
    const { correct } = await aRoll(app());
    expect((await correct(0, 'present')).body.code).toBe('schedule.roll-still-open');
  });

  it('tell the attendance of sessions that were not cancelled, marks only from closed rolls', async () => {
    const { edition, enrolmentOf, participants, mark, close, session } = await aRoll(
      app(),
      1,
      {},
      { mode: 'in-presence', moduleNumber: 2 },
    );
    const ahead = (values: Partial<Session>) =>
      aSession({
        editionId: edition.id,
        mode: 'in-presence',
        startsAt: new Date('2026-12-01T09:00:00Z'),
        endsAt: new Date('2026-12-01T11:00:00Z'),
        ...values,
      });
    const [next, , online] = await app().build(
      Session,
      ahead({}),
      ahead({ state: 'cancelled' }),
      ahead({ mode: 'online' }),
    );
    await mark(0, 'present');
    const told = async () =>
      (await app().get(AttendanceQueries).records([participants[0]!.enrolment]))
        .get(enrolmentOf(0))
        ?.map(({ sessionId, mark: given }) => [sessionId, given]);
    const toCome = [next!.id, online!.id].sort();
    expect(await told()).toEqual([[session.id, null], ...toCome.map((id) => [id, null])]);
    await close();
    expect(await told()).toEqual([[session.id, 'present'], ...toCome.map((id) => [id, null])]);
  });

  it('are of their own edition: nobody marks a person of another, nor a session of another', async () => {
    const here = await aRoll(app(), 1);
    const there = await aRoll(app(), 1);
    const body = { mark: 'present' as const };
    const foreignPerson = { params: { ...here.params, enrolmentId: there.enrolmentOf(0) }, body };
    expect((await here.tutor.caller.call(markAttendance, foreignPerson)).status).toBe(404);
    const foreignSession = {
      params: { ...here.params, sessionId: there.session.id, enrolmentId: here.enrolmentOf(0) },
      body,
    };
    expect((await here.tutor.caller.call(markAttendance, foreignSession)).status).toBe(404);
    expect(
      (await here.tutor.caller.call(readRoll, { params: { ...here.params, sessionId: there.session.id } })).status,
    ).toBe(404);
    expect((await here.participants[0]!.caller.call(readRoll, { params: here.params })).status).toBe(403);
  });

  it('are searched by name, institution and mark, and marked for all whom the search finds', async () => {
    const { tutor, params, mark, enrolmentOf, participants } = await aRoll(app(), 4);
    const read = async (query: { q?: string; marked?: AttendanceMark | 'none' } = {}) => {
      const { body } = await tutor.caller.call(readRoll, { params, query });
      return { marks: body.people.map((one) => one.mark), missing: body.missing, found: body.found };
    };
    const many = (body: object) => tutor.caller.call(markMany, { params, body: { mark: 'present', ...body } });
    await mark(0, 'absent');
    expect(await read()).toEqual({ marks: ['absent', null, null, null], missing: 3, found: 4 });
    const q = participants[3]!.institution.name;
    expect(await read({ q })).toMatchObject({ marks: [null], found: 1 });
    expect(await read({ q: 'family' })).toMatchObject({ found: 4 });
    expect(await read({ marked: 'absent' })).toMatchObject({ marks: ['absent'], missing: 3, found: 1 });
    expect((await many({ q })).body).toEqual({ people: 1, minutesLate: 0 });
    expect((await many({ enrolmentIds: [enrolmentOf(1), enrolmentOf(3)], mark: 'late' })).body.people).toBe(2);
    expect(await read()).toMatchObject({ marks: ['absent', 'late', null, 'late'] });
    expect((await many({ marked: 'none' })).body.people).toBe(1);
    expect(await read()).toMatchObject({ marks: ['absent', 'late', 'present', 'late'], missing: 0 });
    expect((await many({})).body.people).toBe(4);
    expect(await read({ marked: 'present' })).toMatchObject({ missing: 0, found: 4 });
  });

  it('are marked for many only while they are open, and for nobody of another edition', async () => {
    const here = await aRoll(app(), 1);
    const there = await aRoll(app(), 1);
    const many = (body: object) =>
      here.tutor.caller.call(markMany, { params: here.params, body: { mark: 'present', ...body } });
    expect((await many({ enrolmentIds: [here.enrolmentOf(0), there.enrolmentOf(0)] })).status).toBe(404);
    expect((await many({})).body.people).toBe(1);
    expect(await app().rows(Attendance, { sessionId: here.session.id })).toHaveLength(1);
    await here.close();
    expect((await many({ mark: 'absent' })).body.code).toBe('schedule.roll-closed');
  });

  it('cost as many statements with twenty-five people as with two', async () => {
    const few = await aRoll(app(), 2);
    const many = await aRoll(app(), 25);
    const cost = async ({ tutor, params }: typeof few) => (await tutor.caller.call(readRoll, { params })).statements;
    const ofFew = await cost(few);
    expect(ofFew).toBeGreaterThan(0);
    expect(ofFew).toBeLessThanOrEqual(5);
    expect(await cost(many)).toBe(ofFew);
    const closing = async ({ mark, close, participants }: typeof few) => {
      for (const n of participants.keys()) await mark(n, 'present');
      return (await close()).statements;
    };
    expect(await closing(many)).toBe(await closing(few));
  });
});
