export * from './attendance';
export * from './join-window';
export * from './local-time';
export * from './session';
