import { newId } from '../../platform/database/new-id';
import type { Attendance } from './attendance/attendance.entity';
import type { Room } from './timetable/room.entity';
import type { Session } from './timetable/session.entity';

/** An online session of module 1, of two hours. Name its edition. */
export function aSession(values: Partial<Session> & Pick<Session, 'editionId'>): Session {
  return {
    id: newId(),
    moduleNumber: 1,
    title: 'Why recognition became automatic',
    mode: 'online',
    state: 'planned',
    startsAt: new Date('2026-11-26T13:00:00Z'),
    endsAt: new Date('2026-11-26T15:00:00Z'),
    zone: 'Europe/Rome',
    roomId: null,
    joinUrl: 'https://meet.example/recognition',
    meeting: null,
    cancelledBecause: null,
    rollClosedAt: null,
    rollClosedBy: null,
    sequence: 0,
    changedAt: new Date('2026-11-23T09:00:00Z'),
    ...values,
  };
}

/** The values of a held session: `aSession({ editionId, ...held(tutorId, closedAt) })`. */
export const held = (rollClosedBy: string, rollClosedAt: Date) => ({
  state: 'held' as const,
  rollClosedAt,
  rollClosedBy,
});

/** A room for 30 people in Rome. */
export function aRoom(values: Partial<Room> = {}): Room {
  const id = values.id ?? newId();
  return {
    id,
    venue: 'CIMEA',
    address: 'Viale Ventuno Aprile 36, 00162 Roma',
    name: `Aula ${id}`,
    capacity: 30,
    accessibility: '',
    coordinates: '',
    radius: 0,
    ...values,
  };
}

/** Somebody's presence at a session. Name the person, the session, and who took the roll. */
export function anAttendance(
  values: Partial<Attendance> & Pick<Attendance, 'sessionId' | 'enrolmentId' | 'byAccountId'>,
): Attendance {
  return { id: newId(), mark: 'present', minutesLate: 0, at: new Date('2026-11-26T13:05:00Z'), ...values };
}
