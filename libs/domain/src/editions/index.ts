export * from './edition';
export * from './pace';
