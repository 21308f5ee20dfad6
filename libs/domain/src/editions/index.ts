export * from './differences';
export * from './edition';
export * from './move';
