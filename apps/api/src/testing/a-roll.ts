import { type AttendanceMark } from '@libretto/domain';
import {
  closeRoll,
  correctAttendance,
  markAttendance,
  type ProgrammeDefinition,
  readLedger,
} from '@libretto/contracts';
import { aSession } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { anEditionOf, aParticipant, aPerson } from './fixtures';
import type { TestApp } from './test-app';

/** A session of two hours of module 1 that began an hour ago, with as many participants. */
export async function aRoll(
  app: TestApp,
  people = 2,
  definition: Partial<ProgrammeDefinition> = {},
  values: Partial<Session> = {},
) {
  const edition = await anEditionOf(app, definition);
  const editionId = edition.id;
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const participants: Awaited<ReturnType<typeof aParticipant>>[] = [];
  for (let n = 0; n < people; n += 1)
    participants.push(await aParticipant(app, editionId, { familyName: `Family ${n}` }));
  const minute = Math.floor(app.clock.now().getTime() / 60_000);
  const hours = (n: number) => new Date((minute + n * 60) * 60_000);
  const [session] = await app.build(Session, aSession({ editionId, startsAt: hours(-1), endsAt: hours(1), ...values }));
  const params = { editionId, sessionId: session!.id };
  const enrolmentOf = (n: number) => participants[n]!.enrolment.id;
  const mark = (n: number, given: AttendanceMark, minutesLate?: number) =>
    tutor.caller.call(markAttendance, {
      params: { ...params, enrolmentId: enrolmentOf(n) },
      body: { mark: given, minutesLate },
    });
  const close = () => tutor.caller.call(closeRoll, { params });
  const correct = (n: number, given: AttendanceMark, caller = tutor.caller) =>
    caller.call(correctAttendance, {
      params,
      body: { marks: [markOf(n)], mark: given, reason: 'Came in by the other door.' },
    });
  const markOf = (n: number) => ({ sessionId: session!.id, enrolmentId: enrolmentOf(n) });
  /** Somebody's ledger, in the order in which it was written. */
  const ledger = async (n: number) => {
    const asked = { params: { editionId, enrolmentId: enrolmentOf(n) } };
    const { body } = await tutor.caller.call(readLedger, asked);
    return body.entries.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ minutes }) => minutes);
  };
  return { edition, tutor, participants, session: session!, params, mark, markOf, close, correct, ledger, enrolmentOf };
}
