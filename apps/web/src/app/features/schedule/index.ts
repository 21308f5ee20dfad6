export * from './session-line';
