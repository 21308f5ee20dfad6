import { checkAttendanceReport, importAttendanceReport, type ReportedLines } from '@libretto/contracts';
import { aRoll } from '../../../testing/a-roll';
import { aColleague, anEnrolmentIn } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { Attendance } from '../attendance/attendance.entity';

describeOnEachDatabase('attendance reports of meetings', (app) => {
  /** A session of two hours that began an hour ago, at 10:00 by the clocks of Rome, and a report of it. */
  async function aReportedRoll(people = 4, definition: Parameters<typeof aRoll>[2] = {}) {
    const roll = await aRoll(app(), people, definition);
    const { params, tutor, participants, session } = roll;
    const clock = (minutes: number) => {
      const at = new Date(session.startsAt.getTime() + minutes * 60_000);
      return at.toLocaleString('en-US', { timeZone: 'Europe/Rome' });
    };
    const line = (who: number | string, from: number, to: number): ReportedLines['lines'][number] => ({
      name:
        typeof who === 'number'
          ? `${participants[who]!.account.familyName} ${participants[who]!.account.givenName}`
          : who,
      email: '',
      joined: clock(from),
      left: clock(to),
      minutes: '',
    });
    const report = (lines: ReportedLines['lines'], chosen: ReportedLines['chosen'] = []): ReportedLines => ({
      ...{ zone: 'Europe/Rome', lines, chosen },
    });
    const check = (body: ReportedLines, { caller } = tutor) => caller.call(checkAttendanceReport, { params, body });
    const take = (body: ReportedLines, over = false, { caller } = tutor) =>
      caller.call(importAttendanceReport, { params, body: { ...body, over } });
    const marks = async () => {
      const rows = await app().rows(Attendance, { sessionId: session.id });
      return participants.map(({ enrolment }) => {
        const own = rows.find(({ enrolmentId }) => enrolmentId === enrolment.id);
        return own ? [own.mark, own.minutesLate] : null;
      });
    };
    return { ...roll, line, report, check, take, marks };
  }

  it('make somebody late after the tolerance of the programme', async () => {
    const attendance = { excusedCounts: false, lateCountsMinutes: true, lateAfterMinutes: 4 };
    const { line, report, check } = await aReportedRoll(2, { attendance });
    const { body } = await check(report([line(0, 4, 120), line(1, 5, 120)]));
    expect(body.participants.map((one) => [one.mark, one.minutesLate])).toEqual([
      ['present', 0],
      ['late', 5],
    ]);
    expect(body.lateAfterMinutes).toBe(4);
  });

  it.each([
    ['minutes', 'Infinity'],
    ['minutes', '0x7F'],
    ['minutes', '-5'],
    ['joined', '2026-11-26T25:00:00Z'],
    ['left', '2026-02-31T10:00:00Z'],
  ] as const)('have nobody there by %s that say %s', async (column, text) => {
    const { line, report, check } = await aReportedRoll(1);
    const times = column === 'minutes' ? { joined: '', left: '' } : {};
    const { body } = await check(report([{ ...line(0, 0, 120), ...times, [column]: text }]));
    expect(body).toMatchObject({ people: [{ unread: [text], minutes: 0 }], participants: [{ mark: 'absent' }] });
  });

  it('are shown person by person, and take the roll of those without a mark', async () => {
    const { line, report, check, take, marks, mark, participants, enrolmentOf, close, ledger } = await aReportedRoll(5);
    await mark(4, 'absent');
    const byAddress = { ...line('iPhone', 20, 120), email: participants[2]!.account.email.toUpperCase() };
    const lines = [
      line(0, -5, 50),
      line(0, 40, 130),
      line(1, 0, 59),
      byAddress,
      line('Somebody else', 0, 120),
      line(4, 0, 120),
      { ...line(0, 0, 1), joined: 'soon' },
    ];
    const { body } = await check(report(lines));
    expect(body.people).toMatchObject([
      { enrolmentId: enrolmentOf(0), match: 'certain', minutes: 120, unread: ['soon'] },
      { enrolmentId: enrolmentOf(1), match: 'certain', minutes: 59 },
      { enrolmentId: enrolmentOf(2), match: 'certain', minutes: 100 },
      { enrolmentId: null, match: 'nobody', minutes: 120 },
      { enrolmentId: enrolmentOf(4), match: 'certain' },
    ]);
    expect(body.participants.map((one) => [one.mark, one.minutesLate, one.standing])).toEqual([
      ['present', 0, null],
      ['absent', 0, null],
      ['late', 20, null],
      ['absent', 0, null],
      ['present', 0, 'absent'],
    ]);
    expect(await marks()).toEqual([null, null, null, null, ['absent', 0]]);
    expect((await take(report(lines))).body).toEqual({ people: 4 });
    expect(await marks()).toEqual([
      ['present', 0],
      ['absent', 0],
      ['late', 20],
      ['absent', 0],
      ['absent', 0],
    ]);
    await close();
    expect([await ledger(0), await ledger(1), await ledger(2)]).toEqual([[120], [], [120]]);
  });

  it('follow a choice by hand, and go over marks that are there only where that is asked for', async () => {
    const { line, report, take, marks, mark, enrolmentOf } = await aReportedRoll(2);
    await mark(0, 'excused');
    const lines = [line('A phone', 0, 120), line(1, 0, 120)];
    const chosen = [
      { who: 'a phone', enrolmentId: enrolmentOf(0) },
      { who: 'family 1 ana', enrolmentId: null },
    ];
    await take(report(lines, chosen));
    expect(await marks()).toEqual([
      ['excused', 0],
      ['absent', 0],
    ]);
    await take(report(lines, chosen), true);
    expect(await marks()).toEqual([
      ['present', 0],
      ['absent', 0],
    ]);
  });

  it('ask nothing of those who were enrolled later, unless they came', async () => {
    const { line, report, check, edition, session } = await aReportedRoll(1);
    const enrolledAt = new Date(session.startsAt.getTime() + 60_000);
    const roles = { editions: [{ editionId: edition.id, role: 'participant' as const }] };
    for (const familyName of ['Came', 'Stayed'])
      await anEnrolmentIn(app(), edition.id, await aColleague(app(), roles, { familyName }), { enrolledAt });
    const { body } = await check(report([line('Ana Came', 10, 120)]));
    expect(body.participants.map(({ name, mark }) => [name, mark])).toEqual([
      ['Ana Came', 'present'],
      ['Ana Family 0', 'absent'],
    ]);
  });

  it('are for open rolls of their own edition, and for those who take them', async () => {
    const here = await aReportedRoll(1);
    const there = await aReportedRoll(1);
    const body = here.report([here.line(0, 0, 120)]);
    expect((await here.check(body, here.participants[0])).status).toBe(403);
    expect((await here.take(body, false, there.tutor)).status).toBe(403);
    const foreign = here.report(body.lines, [{ who: 'family 0 ana', enrolmentId: there.enrolmentOf(0) }]);
    expect((await here.take(foreign)).status).toBe(404);
    await here.take(body);
    await here.close();
    expect((await here.check(body)).body.code).toBe('schedule.roll-closed');
    expect((await here.take(body, true)).body.code).toBe('schedule.roll-closed');
  });

  it('at once with a tutor’s marks leave each person one mark', async () => {
    const { line, report, take, mark, marks, participants } = await aReportedRoll(4);
    const body = report(participants.map((_, n) => line(n, 0, 120)));
    await Promise.all([take(body), mark(0, 'excused'), take(body), mark(1, 'excused'), take(body)]);
    expect((await marks()).map((one) => one?.[0])).toEqual(['excused', 'excused', 'present', 'present']);
  });
});
