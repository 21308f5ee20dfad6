export { AttendanceBook, type SessionRecord } from './attendance/attendance-book';
export { SchedulePersonalData } from './attendance/schedule-personal-data';
export { RollClosed, SessionCancelled, SessionMoved, SessionPlanned } from './schedule.events';
export { ScheduleModule } from './schedule.module';
export { Timetable } from './timetable/timetable';
