import {
  answerAttendanceRequest,
  askToBeExcused,
  contestAttendance,
  correctAttendance,
  markMany,
} from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks, contactMinutes } from '@libretto/domain';
import fc from 'fast-check';
import { aRoll } from './a-roll';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { Ledger } from '../features/workload';
import { WorkloadEntry } from '../features/workload/workload-entry.entity';
import { AttendanceRequest } from '../features/schedule/requests/attendance-request.entity';
import { Session } from '../features/schedule/timetable/session.entity';
import { Attendance } from '../features/schedule/attendance/attendance.entity';

const people = [0, 1, 2];
const terms = { excusedCounts: false, lateCountsMinutes: true };

type Roll = Awaited<ReturnType<typeof aRoll>>;
interface Chance {
  readonly who: number;
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
}

/** What people do about a roll, in the order and at the moments that chance has: what does not fit is refused. */
const changes: Record<string, (roll: Roll, pick: Chance, app: TestApp) => Promise<{ status: number }>> = {
  mark: ({ mark }, { who, ...given }) => mark(who, given.mark, given.mark === 'late' ? given.minutesLate : undefined),
  others: ({ tutor, params }, { mark }) => tutor.caller.call(markMany, { params, body: { mark, marked: 'none' } }),
  close: ({ close }) => close(),
  correct: ({ tutor, params, markOf }, { who, mark, minutesLate }) =>
    tutor.caller.call(correctAttendance, {
      params,
      body: {
        marks: [markOf(who), markOf((who + 1) % people.length)],
        mark,
        ...(mark === 'late' && { minutesLate }),
        reason: 'As the list on paper says.',
      },
    }),
  excuse: ({ participants, params }, { who }) =>
    participants[who]!.caller.call(askToBeExcused, { params, body: { reason: 'illness', words: '' } }),
  contest: ({ participants, params }, { who, mark, minutesLate }) =>
    participants[who]!.caller.call(contestAttendance, {
      params,
      body: { mark, ...(mark === 'late' && { minutesLate }), words: 'I was there.' },
    }),
  grant: answering('granted'),
  refuse: answering('refused'),
};

function answering(verdict: 'granted' | 'refused') {
  return async ({ tutor, params }: Roll, _: Chance, app: TestApp) => {
    const [open] = await app.rows(AttendanceRequest, { sessionId: params.sessionId, state: 'open' });
    if (!open) return { status: 404 };
    const body = { verdict, reason: 'Looked at.' };
    return tutor.caller.call(answerAttendanceRequest, { params: { ...params, requestId: open.id }, body });
  };
}

/** Rolls are closed early, so that what comes after happens too. */
const often = ['others', 'close', 'close', 'contest', 'contest'];

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(changes), ...often),
    who: fc.constantFrom(...people),
    mark: fc.constantFrom(...attendanceMarks),
    minutesLate: fc.integer({ min: 1, max: 119 }),
  }),
  { minLength: 4, maxLength: 24 },
);

describeOnEachDatabase('the contact minutes of the ledger', (app) => {
  /** By person: the sum of their entries, the sum that the ledger says, and what their mark is worth once the roll is closed. */
  async function figuresOf({ params, enrolmentOf }: Roll) {
    const [session] = await app().rows(Session, { id: params.sessionId });
    const sums = await app().get(Ledger).sums(people.map(enrolmentOf));
    return Promise.all(
      people.map(async (who) => {
        const enrolmentId = enrolmentOf(who);
        const [taken] = await app().rows(Attendance, { sessionId: params.sessionId, enrolmentId });
        const entries = await app().rows(WorkloadEntry, { enrolmentId });
        const isClosed = session?.state === 'held';
        return {
          entries: entries.reduce((sum, { minutes }) => sum + minutes, 0),
          summed: sums.get(enrolmentId)?.byKind.contact,
          worth: isClosed && session && taken ? contactMinutes(taken, session, terms) : 0,
        };
      }),
    );
  }

  it('are what the marks are worth, whatever is marked, closed, corrected, asked and answered in whichever order', async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        const roll = await aRoll(app(), people.length, { attendance: terms });
        for (const { name, ...pick } of some) {
          const answer = await changes[name]?.(roll, pick, app());
          if (answer && answer.status < 300) done.add(name);
          for (const { entries, summed, worth } of await figuresOf(roll))
            expect([entries, summed]).toEqual([worth, worth]);
        }
      }),
      // Always the same orders, so that what they reach can be said.
      { numRuns: 14, seed: 7, endOnFailure: true },
    );
    expect([...done].sort()).toEqual(Object.keys(changes).sort());
  }, 240_000);
});
