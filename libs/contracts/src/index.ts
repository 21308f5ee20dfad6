export * from './problem';
export * from './route';
export * from './shapes';
