export * from './problem';
export * from './programme-definition';
export * from './route';
export * from './shapes';
