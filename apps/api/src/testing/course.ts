import type { ProgrammeDefinition } from '@libretto/contracts';
import type { AttendanceMark } from '@libretto/domain';
import type { Edition } from '../features/editions/edition.entity';
import { aGroup, aWork, marked } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Marking, Submission, SubmittedFile, Work } from '../features/project-work/work/work.entity';
import { Attendance } from '../features/schedule/attendance/attendance.entity';
import { Room } from '../features/schedule/timetable/room.entity';
import { anAttendance, aRoom, aSession, held } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { SessionTutor } from '../features/schedule/timetable/session-tutor.entity';
import { newId } from '../platform/database/new-id';
import { StoredFile } from '../platform/files/stored-file.entity';
import { aCoordinator, anEditionOf, aParticipant, aPerson } from './fixtures';
import type { TestApp } from './test-app';

/** A participant's project work: the brief, the deadline, the group's submissions and their results. */
export async function aCourse(
  app: TestApp,
  people = 2,
  definition: Partial<ProgrammeDefinition> = {},
  values: Partial<Edition> = {},
) {
  const edition = await anEditionOf(app, definition, values);
  const participants = [];
  for (let person = 0; person < people; person += 1) participants.push(await aParticipant(app, edition.id));
  const tutor = await aPerson(app, { editions: [{ editionId: edition.id, role: 'tutor' }] });
  return { edition, participants, tutor, coordinator: await aCoordinator(app) };
}

/** An in-presence session of module 2 whose closed roll has these marks of these people. */
export async function aHeldSession(
  app: TestApp,
  {
    editionId,
    tutorId,
    marks,
  }: { editionId: string; tutorId: string; marks: [enrolmentId: string, mark: AttendanceMark][] },
) {
  const session = aSession({
    editionId,
    moduleNumber: 2,
    mode: 'in-presence',
    startsAt: new Date('2026-11-19T08:00:00Z'),
    endsAt: new Date('2026-11-19T13:00:00Z'),
    joinUrl: null,
    ...held(tutorId, new Date('2026-11-19T13:05:00Z')),
  });
  await app.build(Session, session);
  const { id: sessionId } = session;
  await app.build(
    Attendance,
    ...marks.map(([enrolmentId, mark]) => anAttendance({ sessionId, enrolmentId, byAccountId: tutorId, mark })),
  );
  return session;
}

/** An in-presence session of module 2 that is still to come, in a room of its own. */
export async function aPlannedSession(app: TestApp, editionId: string) {
  const room = aRoom();
  await app.build(Room, room);
  const session = aSession({ editionId, moduleNumber: 2, mode: 'in-presence', roomId: room.id, joinUrl: null });
  await app.build(Session, session);
  return session;
}

/** A group of these people whose work is marked as passed and waits for its release. */
export async function aMarkedWork(
  app: TestApp,
  { editionId, enrolmentIds, by }: { editionId: string; enrolmentIds: string[]; by: string },
) {
  const { group, members } = aGroup(editionId, enrolmentIds);
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
  const at = new Date('2026-11-20T10:00:00Z');
  const file = Object.assign(new StoredFile(), {
    id: newId(),
    name: 'work.pdf',
    type: 'application/pdf',
    bytes: 1,
    purpose: 'project-work',
    sha256: '0'.repeat(64),
    createdAt: at,
  });
  await app.build(StoredFile, file);
  const rows = marked(aWork({ group, by, fileId: file.id, at }), {
    by,
    outcome: 'passed',
    rows: ['accuracy'],
    comment: 'Sound.',
    at,
  });
  await app.build(Work, rows.work);
  await app.build(Submission, rows.submission);
  await app.build(SubmittedFile, rows.file);
  await app.build(Marking, rows.marking);
  return rows;
}

/** A group of these people whose work waits for its markers. */
export async function aWaitingWork(
  app: TestApp,
  editionId: string,
  members: { enrolmentId: string; accountId: string }[],
) {
  const rows = aGroup(
    editionId,
    members.map(({ enrolmentId }) => enrolmentId),
    `Group ${newId()}`,
  );
  await app.build(ProjectGroup, rows.group);
  await app.build(GroupMember, ...rows.members);
  const at = new Date('2026-11-20T09:00:00Z');
  const file = Object.assign(new StoredFile(), {
    id: newId(),
    name: 'work.pdf',
    type: 'application/pdf',
    view: null,
    bytes: 1,
    purpose: 'project-work',
    sha256: '0'.repeat(64),
    createdAt: at,
  });
  await app.build(StoredFile, file);
  const handedIn = aWork({ group: rows.group, by: members[0]?.accountId ?? '', fileId: file.id, at });
  const { work, submission } = handedIn;
  await app.build(Work, work);
  await app.build(Submission, submission);
  await app.build(SubmittedFile, handedIn.file);
  return { group: rows.group, work, submission, params: { editionId, workId: work.id } };
}

/** Sessions of an edition that somebody teaches. */
export async function taughtSessions(app: TestApp, accountId: string, ...sessions: Parameters<typeof aSession>[0][]) {
  const rows = await app.build(Session, ...sessions.map(aSession));
  await app.build(SessionTutor, ...rows.map(({ id: sessionId }) => ({ id: newId(), sessionId, accountId })));
  return rows;
}
