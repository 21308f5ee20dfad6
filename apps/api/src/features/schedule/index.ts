export { AttendanceBook, type SessionRecord } from './attendance-book';
export { HeldInSchedule } from './held-in-schedule';
export { RollClosed, SessionCancelled, SessionMoved, SessionPlanned } from './schedule.events';
export { ScheduleModule } from './schedule.module';
export { Timetable } from './timetable';
