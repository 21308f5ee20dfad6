export { AttendanceQueries, type SessionRecord } from './attendance/attendance-queries';
export { SchedulePersonalData } from './attendance/schedule-personal-data';
export { ToldReports } from './attendance-reports/told-reports';
export { CalendarPersonalData } from './calendar/calendar-personal-data';
export { CheckInPersonalData } from './check-in/check-in-personal-data';
export { RequestsPersonalData } from './requests/requests-personal-data';
export { RollClosed, SessionCancelled, SessionMoved, SessionPlanned } from './schedule.events';
export { ScheduleModule } from './schedule.module';
export { Timetable } from './timetable/timetable';
