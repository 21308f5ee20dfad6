export { AttendanceQueries, type SessionRecord } from './attendance/attendance-queries';
export { SchedulePersonalData } from './attendance/schedule-personal-data';
export { RollClosed, SessionCancelled, SessionMoved, SessionPlanned } from './schedule.events';
export { ScheduleModule } from './schedule.module';
export { Timetable } from './timetable/timetable';
