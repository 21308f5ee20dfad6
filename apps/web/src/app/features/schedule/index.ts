export * from './check-in/check-in-here';
export * from './check-in/offline-scans';
export * from './session-line';
export * from './timetable-warnings';
