import {
  addRequestDocument,
  answerAttendanceRequest,
  askToBeExcused,
  contestAttendance,
  type InputOf,
  listAttendanceRequests,
  moveSession,
  readPersonsAttendance,
  readRequestDocument,
  readRoll,
  withdrawAttendanceRequest,
} from '@libretto/contracts';
import { Transaction } from '../../../platform/database/transaction';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { aRoll } from '../../../testing/a-roll';
import { aCoordinator, aParticipant, aPerson } from '../../../testing/fixtures';
import { smallPdf } from '../../../testing/small-files';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { AttendanceChange } from '../attendance/attendance-change.entity';
import { Attendance } from '../attendance/attendance.entity';
import { aSession } from '../session.builder';
import { Session } from '../timetable/session.entity';
import { AttendanceRequest } from './attendance-request.entity';

describeOnEachDatabase('requests about attendance', (app) => {
  /** A roll, what its people ask about it, and how its tutor answers. */
  async function anAskedRoll(...of: Parameters<typeof aRoll> extends [unknown, ...infer Rest] ? Rest : never) {
    const roll = await aRoll(app(), ...of);
    const { params, participants, tutor, edition, enrolmentOf } = roll;
    const excuse = (n: number, body: Partial<InputOf<typeof askToBeExcused>['body']> = {}, at = params) =>
      participants[n]!.caller.call(askToBeExcused, { params: at, body: { reason: 'illness', words: '', ...body } });
    const contest = (n: number, body: Partial<InputOf<typeof contestAttendance>['body']> = {}) =>
      participants[n]!.caller.call(contestAttendance, {
        params,
        body: { mark: 'present', words: 'I was there.', ...body },
      });
    const answer = (
      requestId: string,
      verdict: 'granted' | 'refused',
      more: Partial<InputOf<typeof answerAttendanceRequest>['body']> = {},
      { caller } = tutor,
    ) =>
      caller.call(answerAttendanceRequest, {
        params: { ...params, requestId },
        body: { verdict, reason: 'Seen on the list.', ...more },
      });
    const withdraw = (n: number, requestId: string) =>
      participants[n]!.caller.call(withdrawAttendanceRequest, { params: { ...params, requestId } });
    const attendance = async (n: number, { caller } = tutor) => {
      const at = { editionId: edition.id, enrolmentId: enrolmentOf(n) };
      return (await caller.call(readPersonsAttendance, { params: at })).body.sessions.find(
        ({ session }) => session.id === params.sessionId,
      )!;
    };
    const open = async () => {
      const asked = { params: { editionId: edition.id } };
      return (await tutor.caller.call(listAttendanceRequests, asked)).body;
    };
    const closedDaysAgo = (days: number) =>
      app()
        .get(Transaction)
        .run(({ manager }) =>
          manager.update(Session, params.sessionId, {
            rollClosedAt: new Date(app().clock.now().getTime() - days * 86_400_000),
          }),
        );
    return { ...roll, excuse, contest, answer, withdraw, attendance, open, closedDaysAgo };
  }

  /** The mails about this, those that were sent now included. */
  async function mailsWith(text: string): Promise<string[]> {
    expect(await app().runJobs()).toEqual([]);
    const unfolded = app()
      .mails()
      .map((mail) => mail.replace(/=\r?\n/g, '').replace(/\r?\n /g, ' '));
    return unfolded.filter((mail) => mail.includes(text));
  }

  it('excuse from a session to come: the roll has it before anybody takes it, and the session can still be moved', async () => {
    const { excuse, answer, attendance, open, session, params, tutor, mark, close } = await anAskedRoll(2);
    const day = (n: number) => new Date(app().clock.now().getTime() + n * 86_400_000);
    const [ahead] = await app().build(
      Session,
      aSession({ editionId: params.editionId, startsAt: day(1), endsAt: new Date(day(1).getTime() + 3_600_000) }),
    );
    const at = { ...params, sessionId: ahead!.id };
    const early = (await excuse(0, { words: 'Surgery.' }, at)).body;
    const now = (await excuse(0)).body;
    expect(await mailsWith('Subject: Ana Family 0 asks to be excused: Why recognition')).toHaveLength(2);
    expect((await open()).items).toMatchObject([
      { id: early.id, name: 'Ana Family 0', reason: 'illness', words: 'Surgery.', session: { id: ahead!.id } },
      { id: now.id, session: { id: session.id } },
    ]);
    const toTutor = {
      params: { ...at, requestId: early.id },
      body: { verdict: 'granted' as const, reason: 'Get well.' },
    };
    expect((await tutor.caller.call(answerAttendanceRequest, toTutor)).status).toBe(204);
    expect((await answer(now.id, 'granted')).status).toBe(204);
    const roll = (await tutor.caller.call(readRoll, { params })).body;
    expect([roll.people.map(({ mark: given }) => given), roll.missing]).toEqual([['excused', null], 1]);
    expect((await attendance(0)).requests).toMatchObject([
      { state: 'granted', answer: { by: 'Ana Kovač', reason: 'Seen on the list.' } },
    ]);
    await mark(1, 'present');
    expect((await close()).status).toBe(204);
    const moved = { startsLocal: '2026-11-27T10:00', endsLocal: '2026-11-27T11:00', zone: 'Europe/Rome' };
    expect((await tutor.caller.call(moveSession, { params: at, body: moved })).status).toBe(204);
    expect(await mailsWith('re excused from the session')).toHaveLength(2);
  });

  it('excuse on a closed roll as a correction with its ledger, but nobody who came after all', async () => {
    const { excuse, answer, attendance, mark, close, correct, ledger, session } = await anAskedRoll(3);
    for (const n of [0, 1, 2]) await mark(n, n === 2 ? 'present' : 'absent');
    await close();
    const [one, other] = [(await excuse(0)).body.id, (await excuse(1)).body.id];
    expect((await excuse(2)).body.code).toBe('schedule.excuse-not-needed');
    await correct(1, 'present');
    expect([(await answer(one, 'granted')).status, (await answer(other, 'granted')).status]).toEqual([204, 204]);
    expect([(await attendance(0)).mark, (await attendance(1)).mark]).toEqual(['excused', 'present']);
    expect([await ledger(0), await ledger(1)]).toEqual([[], [120]]);
    expect((await attendance(0)).changes).toMatchObject([
      { from: 'absent', to: 'excused', reason: 'Seen on the list.' },
    ]);
    expect(await app().rows(AttendanceChange, { sessionId: session.id })).toHaveLength(2);
  });

  it('contest a mark for five days, are answered also after them, and the ledger follows', async () => {
    const { contest, answer, attendance, mark, close, ledger, closedDaysAgo, correct, participants } =
      await anAskedRoll(3);
    expect((await contest(0)).body.code).toBe('schedule.contest-too-early');
    for (const n of [0, 1, 2]) await mark(n, n === 2 ? 'late' : 'absent');
    await close();
    expect((await contest(0, { mark: 'absent' })).body.code).toBe('schedule.same-mark');
    expect((await contest(0, { words: ' ' })).body.code).toBe('common.bad-input');
    const first = (await contest(0)).body.id;
    const second = (await contest(1, { mark: 'present' })).body.id;
    await closedDaysAgo(6);
    expect((await contest(2)).body).toMatchObject({ code: 'schedule.contest-over', numbers: { until: '2026-11-22' } });
    expect((await attendance(2, participants[2])).can).toEqual({
      askToBeExcused: false,
      contest: false,
      correct: false,
    });
    expect((await correct(0, 'present')).body.code).toBe('schedule.roll-final');
    expect((await answer(first, 'granted')).status).toBe(204);
    expect((await answer(second, 'granted', { mark: 'late', minutesLate: 15 })).status).toBe(204);
    expect([await ledger(0), await ledger(1)]).toEqual([[120], [120]]);
    expect(await attendance(0, participants[0])).toMatchObject({
      mark: 'present',
      changes: [{ from: 'absent', to: 'present', by: 'Ana Kovač', reason: 'Seen on the list.' }],
      requests: [{ kind: 'contest', from: 'absent', words: 'I was there.', state: 'granted' }],
    });
    expect(await attendance(1)).toMatchObject({ mark: 'late', minutesLate: 15 });
  });

  it('change nothing when they are refused, and may be asked again', async () => {
    const { excuse, answer, attendance, open, session } = await anAskedRoll(1);
    const { id } = (await excuse(0)).body;
    expect((await answer(id, 'refused')).status).toBe(204);
    expect(await app().rows(Attendance, { sessionId: session.id })).toEqual([]);
    expect((await attendance(0)).requests).toMatchObject([
      { state: 'refused', answer: { reason: 'Seen on the list.' } },
    ]);
    expect((await open()).open).toBe(0);
    expect((await excuse(0)).status).toBe(201);
  });

  it('are one at a time, in however many windows, and answered or withdrawn once', async () => {
    const { excuse, answer, withdraw, session } = await anAskedRoll(1);
    const asked = await Promise.all(Array.from({ length: 5 }, () => excuse(0)));
    expect(asked.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(asked.filter(({ body }) => 'code' in body && body.code === 'schedule.request-open')).toHaveLength(4);
    const [{ id } = { id: '' }] = await app().rows(AttendanceRequest, { sessionId: session.id });
    const answers = await Promise.all([
      answer(id, 'granted'),
      withdraw(0, id),
      answer(id, 'refused'),
      withdraw(0, id),
      answer(id, 'granted'),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.code === 'schedule.request-answered')).toHaveLength(4);
    const [request] = await app().rows(AttendanceRequest, { id });
    const marks = await app().rows(Attendance, { sessionId: session.id });
    expect(marks.map(({ mark }) => mark)).toEqual(request?.state === 'granted' ? ['excused'] : []);
  });

  it.each([
    ['the session was cancelled', { state: 'cancelled' as const }, {}, 'schedule.session-cancelled'],
    ['it gives no words for another reason', {}, { reason: 'other' as const }, 'schedule.excuse-needs-words'],
  ])('are refused where %s', async (_, values, body, code) => {
    const { excuse } = await anAskedRoll(1, {}, values);
    expect((await excuse(0, body)).body).toMatchObject({ code });
  });

  it('of a session that is cancelled afterwards are not granted, and are on no list', async () => {
    const { excuse, answer, open, params } = await anAskedRoll(1);
    const { id } = (await excuse(0)).body;
    await app()
      .get(Transaction)
      .run(({ manager }) => manager.update(Session, params.sessionId, { state: 'cancelled' }));
    expect((await answer(id, 'granted')).body.code).toBe('schedule.session-cancelled');
    expect((await open()).items).toEqual([]);
  });

  it('have one document, for the participant and for those who answer; it goes when they are withdrawn', async () => {
    const { excuse, withdraw, answer, params, participants, tutor, edition } = await anAskedRoll(2);
    const { id: requestId } = (await excuse(0)).body;
    const at = { params: { ...params, requestId } };
    const upload = (n: number) =>
      participants[n]!.caller.upload(addRequestDocument, at, { name: 'note.pdf', content: smallPdf });
    expect((await upload(0)).status).toBe(204);
    expect((await upload(0)).status).toBe(204);
    expect((await upload(1)).status).toBe(404);
    expect(await app().rows(StoredFile, { purpose: 'attendance-request' })).toHaveLength(1);
    const otherTutor = await aPerson(app(), {
      editions: [{ editionId: (await aRoll(app(), 0)).edition.id, role: 'tutor' }],
    });
    const readers = [participants[0]!.caller, tutor.caller, await aCoordinator(app()), participants[1]!.caller];
    const statuses = [];
    for (const reader of [...readers, otherTutor.caller])
      statuses.push((await reader.call(readRequestDocument, at)).status);
    expect(statuses).toEqual([200, 200, 200, 404, 403]);
    expect((await withdraw(1, requestId)).status).toBe(404);
    expect((await withdraw(0, requestId)).status).toBe(204);
    expect(await app().rows(StoredFile, { purpose: 'attendance-request' })).toEqual([]);
    expect((await upload(0)).body.code).toBe('schedule.request-answered');
    expect((await answer(requestId, 'granted')).body.code).toBe('schedule.request-answered');
    const late = await aParticipant(app(), edition.id);
    expect((await late.caller.call(readRequestDocument, at)).status).toBe(404);
  });

  it('of others are nobody’s, and cost as many statements for many as for few', async () => {
    const few = await anAskedRoll(2);
    const asPeer = { params: { editionId: few.edition.id, enrolmentId: few.enrolmentOf(0) } };
    expect((await few.participants[1]!.caller.call(readPersonsAttendance, asPeer)).status).toBe(404);
    const there = await anAskedRoll(1);
    const { id: requestId } = (await there.excuse(0)).body;
    const across = { params: { ...few.params, requestId }, body: { verdict: 'granted' as const, reason: 'x' } };
    expect((await few.tutor.caller.call(answerAttendanceRequest, across)).status).toBe(404);
    const many = await anAskedRoll(12);
    const cost = async ({ tutor, edition, excuse, participants }: typeof few) => {
      for (const n of participants.keys()) await excuse(n);
      const asked = { params: { editionId: edition.id } };
      return (await tutor.caller.call(listAttendanceRequests, asked)).statements;
    };
    const ofFew = await cost(few);
    expect(ofFew).toBeLessThanOrEqual(5);
    expect(await cost(many)).toBe(ofFew);
  });
});
