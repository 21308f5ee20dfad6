export * from './handing-in';
export * from './marking';
export * from './release';
export * from './work';
