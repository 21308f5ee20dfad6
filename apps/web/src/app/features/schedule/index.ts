export * from './check-in/check-in-here';
export * from './session-line';
export * from './timetable-warnings';
