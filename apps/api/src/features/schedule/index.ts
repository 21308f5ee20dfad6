export { AttendanceBook } from './attendance-book';
export { RollClosed, SessionCancelled, SessionMoved } from './schedule.events';
export { ScheduleModule } from './schedule.module';
export { Timetable } from './timetable';
