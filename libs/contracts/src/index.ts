export * from './completion';
export * from './problem';
export * from './programme-definition';
export * from './project-work';
export * from './route';
export * from './shapes';
